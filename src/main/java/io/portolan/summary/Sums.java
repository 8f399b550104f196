package io.portolan.summary;

import io.portolan.flow.Flow;

/** Adds up counters that come from outside, and stays at the largest number rather than turn negative. */
final class Sums {
    private Sums() {}

    static long add(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Bytes in both directions, as far as known. */
    static long bytes(Flow flow) {
        return add(flow.bytes(), Math.max(0, flow.reverseBytes()));
    }

    /** Packets in both directions, as far as known. */
    static long packets(Flow flow) {
        return add(flow.packets(), Math.max(0, flow.reversePackets()));
    }
}
