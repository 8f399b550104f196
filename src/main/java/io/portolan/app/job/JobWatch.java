package io.portolan.app.job;

import io.portolan.topology.FaultLog;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a running job every few seconds: tells of counted faults, of a cluster that is away, and of topics that are others. */
final class JobWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final int PERIOD_SECONDS = 5;

    private final List<FaultLog> faults;
    private final ClusterWatch cluster;
    private final TopicWatch topics;
    private final ScheduledExecutorService clock;

    JobWatch(List<FaultLog> faults, ClusterWatch cluster, TopicWatch topics) {
        this.faults = List.copyOf(faults);
        this.cluster = cluster;
        this.topics = topics;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "portolan-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        // An exception would end the watch without a word, so none leaves it, and its future tells nothing.
        Future<?> unused = clock.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** Tells what is counted and not yet told. */
    @Override
    public void close() {
        clock.shutdownNow();
        cluster.close();
        faults.forEach(FaultLog::tellAll);
    }

    private void look() {
        try {
            faults.forEach(FaultLog::tell);
            cluster.run();
            topics.run();
        } catch (RuntimeException e) {
            LOG.debug("The watch failed once", e);
        }
    }
}
