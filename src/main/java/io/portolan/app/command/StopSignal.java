package io.portolan.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ctrl-C and SIGTERM: asks a command to end, and holds the process until it has ended in order. */
final class StopSignal {
    private static final int PATIENCE_SECONDS = 15;

    private final CountDownLatch ended = new CountDownLatch(1);

    private final int patienceSeconds;

    private StopSignal(int patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    /**
     * Listens until the process ends.
     *
     * @param asked called in a thread of its own when the process is told to end
     */
    static StopSignal listen(Runnable asked) {
        return listen(asked, PATIENCE_SECONDS);
    }

    /**
     * Listens until the process ends, for a command that may be waiting for something that never comes.
     *
     * @param end ends its work in order, in a thread of its own; the process does not wait for the command after it
     */
    static StopSignal end(Runnable end) {
        return listen(end, 0);
    }

    /**
     * Listens until the process ends, for a command whose end in order is no failure: exit code 0, and 1 if it has not
     * ended so long after it was asked. Java's own would be that of the signal.
     *
     * @param asked ends its work in order, in a thread of its own; is given this signal
     */
    static StopSignal exit(Consumer<StopSignal> asked, int patienceSeconds) {
        StopSignal signal = new StopSignal(patienceSeconds);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> signal.exit(() -> asked.accept(signal)), "portolan-stop"));
        return signal;
    }

    private static StopSignal listen(Runnable asked, int patienceSeconds) {
        StopSignal signal = new StopSignal(patienceSeconds);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.stop(asked), "portolan-stop"));
        return signal;
    }

    /** The command has ended: the process need not be held any more. */
    void ended() {
        ended.countDown();
    }

    private void exit(Runnable asked) {
        if (ended.getCount() > 0) {
            Runtime.getRuntime().halt(stop(asked) ? 0 : 1);
        }
    }

    /** Returns whether the command has ended. */
    private boolean stop(Runnable asked) {
        if (ended.getCount() == 0) {
            return true;
        }
        asked.run();
        try {
            return ended.await(patienceSeconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
