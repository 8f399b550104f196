package io.portolan.alert.story;

import io.portolan.alert.Parties;
import io.portolan.flow.Flow;
import io.portolan.flow.Protocols;
import io.portolan.judge.Judgement;
import io.portolan.judge.PacketSize;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * A flow on a watched port.
 *
 * @param alone how it was judged by itself
 * @param origin where in Kafka it was read, empty if it was not
 */
public record Sighting(LabelledFlow labelled, Judgement alone, Parties parties, Optional<RecordPosition> origin) {
    private static final int MOST_ATTEMPTS = 3;

    /**
     * The sighting that a flow is. None is one that no rule may match, that another record reports as well, or that a
     * filter allows; nor a coincidence whose record counts both directions, as nothing is left to be learnt from it.
     */
    public static Optional<Sighting> of(LabelledFlow labelled, Judgement alone, Optional<RecordPosition> origin) {
        Flow flow = labelled.flow();
        boolean settled = alone.verdict() == Verdict.ALLOWED
                || (alone.verdict() == Verdict.COINCIDENCE && flow.reversePackets() != Flow.UNKNOWN);
        if (alone.watched() == Side.UNKNOWN || flow.isDuplicate() || settled) {
            return Optional.empty();
        }
        return Optional.of(new Sighting(labelled, alone, Parties.of(flow, alone.watched()), origin));
    }

    /** Key of the watched endpoint, where both directions of its conversations meet. */
    public String serverKey() {
        return parties.serverKey(transport());
    }

    /** As {@link #serverKey()}, of another address that serves the same port. */
    String serverKey(String address) {
        return parties.serverKey(address, transport());
    }

    /** Key of the other side as a scanner of this port. */
    public String scanKey() {
        return parties.scanKey(transport());
    }

    /**
     * Whether the other side may be a scanner: nothing answered it, and what it sent is no more than an attempt. What
     * goes from the watched port is an attempt of nobody's, unless roles say that it is a refusal.
     */
    public boolean isAttempt() {
        if (alone.verdict() != Verdict.UNCERTAIN) {
            return alone.verdict() == Verdict.PROBE;
        }
        return alone.watched() == Side.DESTINATION && (!isTcp() || looksLikeSyns());
    }

    Flow flow() {
        return labelled.flow();
    }

    boolean isTcp() {
        return flow().protocol() == Protocols.TCP;
    }

    Label peerLabel() {
        return alone.watched() == Side.SOURCE ? labelled.dst() : labelled.src();
    }

    long time() {
        return flow().endTime();
    }

    private boolean looksLikeSyns() {
        PacketSize size = PacketSize.of(flow().isIpv6(), flow().packets(), flow().bytes());
        return flow().packets() <= MOST_ATTEMPTS && size.mean() > 0 && !size.isBareHeader() && !size.isMoreThanSyn();
    }

    private String transport() {
        return Objects.requireNonNull(labelled.transport(), "a watched port has a transport")
                .text();
    }
}
