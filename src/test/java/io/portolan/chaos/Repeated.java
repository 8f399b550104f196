package io.portolan.chaos;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Does something again and again beside a test, in a thread of its own, until it is closed. */
final class Repeated implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> end;
    private volatile boolean closed;

    private Repeated(Callable<?> what, long pauseMs) {
        end = thread.submit(() -> {
            while (!closed) {
                var unused = what.call();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMs));
            }
            return null;
        });
        thread.shutdown();
    }

    /** Begins with it; it is done once at least, with a pause after each time. */
    static Repeated each(long pauseMs, Callable<?> what) {
        return new Repeated(what, pauseMs);
    }

    /**
     * Waits for the time that has begun.
     *
     * @throws IllegalStateException if one of them has failed
     */
    @Override
    public void close() {
        closed = true;
        try {
            end.get();
        } catch (Exception e) {
            throw new IllegalStateException("what was done beside the test has failed", e);
        }
    }
}
