package io.portolan.alert.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.portolan.judge.PacketSize;

/** What was counted in one direction of a conversation. */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class Way {
    long packets;
    long bytes;

    /** One of its own. */
    Way copy() {
        Way copy = new Way();
        copy.add(packets, bytes);
        return copy;
    }

    void add(long morePackets, long moreBytes) {
        packets += morePackets;
        bytes += moreBytes;
    }

    PacketSize size(boolean ipv6) {
        return PacketSize.of(ipv6, packets, bytes);
    }
}
