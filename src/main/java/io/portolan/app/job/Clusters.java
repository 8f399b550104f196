package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** What to say when a cluster does not answer. */
public final class Clusters {
    private Clusters() {}

    /** The failure to reach the cluster, as one that names its address and the way out. */
    public static KafkaException unreachable(PortolanConfig config, Throwable cause) {
        String brokers = config.brokers();
        if (cause instanceof TimeoutException) {
            return new KafkaException(
                    "no broker answered at " + brokers
                            + "; check kafka.bootstrap.servers (or --bootstrap-server) and that Kafka runs there",
                    cause);
        }
        return new KafkaException("the cluster at " + brokers + " refused: " + cause.getMessage(), cause);
    }
}
