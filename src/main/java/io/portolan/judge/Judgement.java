package io.portolan.judge;

import io.portolan.schema.Side;
import io.portolan.schema.Verdict;

/**
 * What the judge says of one flow.
 *
 * @param role who is the server
 * @param verdict what the flow is if a rule watches one of its ports, otherwise NONE
 * @param watched the side whose port is watched; if both are, the server, or the destination if roles are untold;
 *     UNKNOWN if none is
 */
public record Judgement(Role role, Verdict verdict, Side watched) {}
