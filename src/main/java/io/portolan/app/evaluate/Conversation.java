package io.portolan.app.evaluate;

import io.portolan.flow.Flow;
import io.portolan.label.LabelledFlow;
import io.portolan.registry.Transport;
import java.util.Objects;

/**
 * Two endpoints and a transport, the same for both directions.
 *
 * @param transport a protocol with ports
 * @param low the endpoint that sorts first
 * @param high the other
 */
public record Conversation(Transport transport, Party low, Party high) {
    static Conversation of(LabelledFlow labelled) {
        Flow flow = labelled.flow();
        Transport transport = Objects.requireNonNull(labelled.transport(), "a watched port has a transport");
        Party src = new Party(flow.srcAddress(), flow.srcPort());
        Party dst = new Party(flow.dstAddress(), flow.dstPort());
        return of(transport, src, dst);
    }

    static Conversation of(Transport transport, Party one, Party other) {
        return one.compareTo(other) <= 0
                ? new Conversation(transport, one, other)
                : new Conversation(transport, other, one);
    }

    Party otherThan(Party party) {
        return party.equals(low) ? high : low;
    }

    /** Both endpoints and the transport, for messages. */
    @Override
    public String toString() {
        return low + " and " + high + " over " + transport;
    }
}
