package io.portolan.app.replay;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;

/** Time as a replay knows it: it passes, and one can wait for it. */
public interface ReplayClock {
    /** Nanoseconds since some moment that stays the same. */
    long nanoTime();

    /** Waits about so many nanoseconds. */
    void sleep(long nanos);

    /** The clock of the machine, which no change of its date moves. */
    static ReplayClock system() {
        return new ReplayClock() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(long nanos) {
                try {
                    TimeUnit.NANOSECONDS.sleep(nanos);
                } catch (InterruptedException e) {
                    throw new InterruptException(e);
                }
            }
        };
    }
}
