package io.portolan.chaos;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A rate that is held from when it begins: who is late catches up. */
final class Pace {
    private static final int CHECKS_PER_SECOND = 20;

    private final long begin = System.nanoTime();
    private final int perSecond;
    private final int step;

    Pace(int perSecond) {
        this.perSecond = perSecond;
        this.step = Math.max(perSecond / CHECKS_PER_SECOND, 1);
    }

    /** Waits until it is time for so many; looks at the clock twenty times a second. */
    void await(long many) {
        if (many % step == 0) {
            LockSupport.parkNanos(begin + TimeUnit.SECONDS.toNanos(many) / perSecond - System.nanoTime());
        }
    }

    /** What came of it, if there were so many by now: records a second. */
    long reached(long many) {
        return TimeUnit.SECONDS.toNanos(many) / (System.nanoTime() - begin);
    }
}
