package io.portolan.topology;

import java.util.function.LongSupplier;

/** Event time of one task, in steps of a minute. A flow of the future does not move it beyond the time of day. */
final class EventClock {
    private static final long STEP = 60_000;

    private final LongSupplier now;
    private long next = Long.MIN_VALUE;

    EventClock(LongSupplier now) {
        this.now = now;
    }

    /** Whether the time of a flow, milliseconds since the epoch, takes the clock on by a step; most do not. */
    boolean moves(long time) {
        if (time < next || time > now.getAsLong()) {
            return false;
        }
        next = time + STEP;
        return true;
    }
}
