package io.portolan.app.job;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells when no broker answers any more, once a minute at most, and when one does again. Kafka's clients only try again. */
final class ClusterWatch implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final int ANSWER_MS = 5_000;
    private static final long MINUTE = 60_000;

    private final Admin admin;
    private final String brokers;
    private final LongSupplier now;
    private boolean away;
    private long since;
    private long told;

    /**
     * @param admin a client of the cluster, closed with this
     * @param brokers their addresses, for a person
     * @param now milliseconds of a clock that never goes back
     */
    ClusterWatch(Admin admin, String brokers, LongSupplier now) {
        this.admin = admin;
        this.brokers = brokers;
        this.now = now;
    }

    /** Looks once; takes five seconds at most. */
    @Override
    public void run() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MS))
                    .nodes()
                    .get();
            answered();
        } catch (ExecutionException e) {
            silent(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private void answered() {
        if (away) {
            LOG.info("The cluster at {} answers again, after {} s", brokers, (now.getAsLong() - since) / 1000);
        }
        away = false;
    }

    private void silent(Throwable cause) {
        long time = now.getAsLong();
        if (!away) {
            away = true;
            since = time;
        } else if (time - told < MINUTE) {
            return;
        }
        told = time;
        LOG.warn(
                "No broker of the cluster at {} has answered for {} s: {}; the job goes on by itself once one does",
                brokers,
                Math.max(ANSWER_MS, time - since) / 1000,
                cause.getMessage());
    }
}
