package io.portolan.app.replay;

import java.util.concurrent.TimeUnit;

/** A rate. What a stall of up to a second has held back is caught up with; after a longer one the rate begins anew. */
final class SteadyPace implements Pace {
    private static final long MOST_TO_CATCH_UP = TimeUnit.SECONDS.toNanos(1);

    private final double interval;
    private double next;

    SteadyPace(double perSecond) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    @Override
    public long due(byte[] record, long now) {
        double due = Math.max(next, (double) (now - MOST_TO_CATCH_UP));
        next = due + interval;
        return (long) due;
    }
}
