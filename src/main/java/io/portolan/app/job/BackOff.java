package io.portolan.app.job;

import java.time.Duration;
import java.util.Optional;

/** How long to wait after a fault that should pass, and when it has come again for so long that it lasts. For all threads. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /** After so long without a fault the next one is a new one. A thread needs a while to join its group again. */
    static final Duration QUIET = Duration.ofMinutes(2);

    private final Duration patience;
    private long since;
    private long last;
    private int faults;

    /**
     * @param patience how long a fault may come again and again; zero makes the first one lasting
     */
    BackOff(Duration patience) {
        this.patience = patience;
    }

    /**
     * What to do about a fault.
     *
     * @param now milliseconds of a clock that never goes back
     * @return how long to wait; empty if the fault has come again for too long
     */
    synchronized Optional<Duration> next(long now) {
        if (faults == 0 || now - last > QUIET.toMillis()) {
            since = now;
            faults = 0;
        }
        faults++;
        last = now;
        if (now - since >= patience.toMillis()) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(faults - 1, DOUBLINGS));
        return Optional.of(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
