package io.portolan.app.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** What a thread of its own makes while there is other work to do, which may show that it is not wanted. */
final class Ahead<T> implements AutoCloseable {
    private final FutureTask<T> task;

    private Ahead(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins to make it. */
    static <T> Ahead<T> of(String name, Supplier<T> made) {
        FutureTask<T> task = new FutureTask<>(made::get);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Ahead<>(task);
    }

    /**
     * Waits for it.
     *
     * @throws RuntimeException that of the one who makes it
     */
    T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    /** Interrupts what is not finished. */
    @Override
    public void close() {
        task.cancel(true);
    }
}
