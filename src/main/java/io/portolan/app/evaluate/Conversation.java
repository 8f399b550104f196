package io.portolan.app.evaluate;

import io.portolan.flow.Flow;

/**
 * Two endpoints and a protocol, the same for both directions.
 *
 * @param protocol IANA number
 * @param low the endpoint that sorts first
 * @param high the other
 */
public record Conversation(int protocol, Party low, Party high) {
    static Conversation of(Flow flow) {
        Party src = new Party(flow.srcAddress(), flow.srcPort());
        Party dst = new Party(flow.dstAddress(), flow.dstPort());
        return src.compareTo(dst) <= 0
                ? new Conversation(flow.protocol(), src, dst)
                : new Conversation(flow.protocol(), dst, src);
    }

    Party otherThan(Party party) {
        return party.equals(low) ? high : low;
    }
}
