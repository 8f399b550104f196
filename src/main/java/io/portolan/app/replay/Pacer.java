package io.portolan.app.replay;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Holds each record of a replay back until it is due. Time begins with the first record. */
public final class Pacer {
    /** Longest wait before a look at whether to stop. */
    private static final long LONGEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(100);

    private final Pace pace;
    private final ReplayClock clock;
    private final BooleanSupplier stopped;
    private final Watch watch;
    private boolean begun;
    private long beginning;

    /** Is told of time, so that it can show how far the replay has come. */
    @FunctionalInterface
    public interface Watch {
        /** Called with every record and during waits: nanoseconds since the first record. */
        void passed(long elapsed);
    }

    /**
     * @param stopped whether to wait no more
     */
    public Pacer(Pace pace, ReplayClock clock, BooleanSupplier stopped, Watch watch) {
        this.pace = pace;
        this.clock = clock;
        this.stopped = stopped;
        this.watch = watch;
    }

    /** As fast as it goes, watched by nobody. */
    public static Pacer unhindered(BooleanSupplier stopped) {
        return new Pacer(Pace.unhindered(), ReplayClock.system(), stopped, elapsed -> {});
    }

    /** Nanoseconds since the first record; 0 before it. */
    public long elapsed() {
        return begun ? clock.nanoTime() - beginning : 0;
    }

    /** Waits until the record is due and returns true, or false if the replay is to stop. */
    boolean await(byte[] record) {
        if (!begun) {
            begun = true;
            beginning = clock.nanoTime();
        }
        long now = elapsed();
        long due = pace.due(record, now);
        watch.passed(now);
        while (now < due && !stopped.getAsBoolean()) {
            clock.sleep(Math.min(due - now, LONGEST_SLEEP));
            now = elapsed();
            watch.passed(now);
        }
        return !stopped.getAsBoolean();
    }
}
