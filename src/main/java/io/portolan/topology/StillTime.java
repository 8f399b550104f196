package io.portolan.topology;

import java.util.function.LongSupplier;

/** The time of day as it was when it was last looked at: to look for each flow of a batch would cost more than to compare it. */
final class StillTime implements LongSupplier {
    private final LongSupplier now;
    private long time;

    /**
     * @param now the time of day, milliseconds since the epoch
     */
    StillTime(LongSupplier now) {
        this.now = now;
    }

    /** Looks. */
    void look() {
        time = now.getAsLong();
    }

    @Override
    public long getAsLong() {
        return time;
    }
}
