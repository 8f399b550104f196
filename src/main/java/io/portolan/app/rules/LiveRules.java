package io.portolan.app.rules;

import io.portolan.app.config.PortolanConfig;
import io.portolan.judge.Rules;
import io.portolan.topology.FaultLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules in force, which follow their folders while a job runs. Wrong files are told once and change nothing. */
public final class LiveRules implements Supplier<Rules>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private static final FaultLog.Words FAILED =
            new FaultLog.Words("look at the rules failed", "looks at the rules failed", "they stay as they were");
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;

    private final FaultLog faults =
            new FaultLog(() -> System.nanoTime() / NANOS_OF_A_MILLISECOND, line -> LOG.warn("{}", line), FAILED);
    private final PortolanConfig config;
    private final ScheduledExecutorService watcher;
    private volatile Rules rules;
    private Map<String, String> files;

    /**
     * The rules as they stand in their files now.
     *
     * @throws ConfigException if they cannot be used; names file, line and cause
     */
    public LiveRules(PortolanConfig config) {
        this.config = config;
        this.files = read();
        this.rules = config.rules();
        this.watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "portolan-rules");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Rules get() {
        return rules;
    }

    /** Looks at the folders again and again, from now on until this is closed; with a period of zero never. */
    public void watch(Duration period) {
        if (!period.isZero()
                && (config.rulesPath().isPresent() || config.filtersPath().isPresent())) {
            long millis = period.toMillis();
            // An exception would end the watch without a word, so none leaves it, and its future tells nothing.
            Future<?> unused = watcher.scheduleWithFixedDelay(this::lookSafely, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks at the folders once. */
    synchronized void look() {
        Map<String, String> now = read();
        if (now.equals(files)) {
            return;
        }
        files = now;
        try {
            Rules next = config.rules();
            rules = next;
            LOG.info(
                    "The rules have changed: {} in force now, {} filters",
                    next.all().size(),
                    next.filters().size());
        } catch (ConfigException e) {
            LOG.warn("The rules stay as they were: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("A look at the rules failed", e);
            faults.add(e.toString(), "in " + Thread.currentThread().getName());
        }
    }

    /** What stands in the folders, by file; of a folder that cannot be read, why. */
    private Map<String, String> read() {
        try {
            return FolderText.of(config.rulesPath(), config.filtersPath());
        } catch (IOException | UncheckedIOException e) {
            return Map.of("", e.toString());
        }
    }
}
