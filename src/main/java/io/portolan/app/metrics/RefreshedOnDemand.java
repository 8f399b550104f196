package io.portolan.app.metrics;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler that runs what it is given whenever it is told to, and never by itself. Micrometer looks once a minute which
 * metrics Kafka has by now; looked at before each scrape, none of a thread that ended is shown, and none of a new one is
 * missing.
 */
final class RefreshedOnDemand extends ScheduledThreadPoolExecutor {
    private final AtomicReference<Runnable> task = new AtomicReference<>(() -> {});

    RefreshedOnDemand() {
        super(0);
    }

    @Override
    public @Nullable ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long delay, long period, TimeUnit unit) {
        task.set(command);
        return null;
    }

    void refresh() {
        task.get().run();
    }
}
