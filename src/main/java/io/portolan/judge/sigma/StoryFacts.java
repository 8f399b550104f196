package io.portolan.judge.sigma;

import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.Optional;

/**
 * What is known of a flow only after it was judged, and may change when more is known of its server.
 *
 * @param verdict the verdict so far
 * @param server who the server is
 * @param basis the evidence for that
 * @param confidence 0-100 percent
 * @param firstSeen whether this is the first time that the server is seen on its port; empty if nobody remembers
 */
public record StoryFacts(Verdict verdict, Side server, RoleBasis basis, int confidence, Optional<Boolean> firstSeen) {}
