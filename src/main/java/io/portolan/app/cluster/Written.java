package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Notes which records a producer has written, for whoever says so to wait until they can be read. */
public final class Written implements Callback {
    private final Map<TopicPartition, Long> last = new ConcurrentHashMap<>();

    @Override
    public void onCompletion(RecordMetadata record, @Nullable Exception failure) {
        if (failure == null) {
            last.merge(new TopicPartition(record.topic(), record.partition()), record.offset(), Math::max);
        }
    }

    /**
     * Waits until these records can be read, once their transaction is committed: a partition learns of that a moment
     * after its coordinator.
     *
     * @throws KafkaException if the cluster does not answer or refuses, or another transaction stays open before these
     *     records for ten seconds
     */
    public void awaitReadable(PortolanConfig config) {
        if (last.isEmpty()) {
            return;
        }
        try (Admin admin = Clusters.admin(config)) {
            if (!Clusters.shows(() -> isReadable(config, admin))) {
                throw new KafkaException("what was written to " + last.keySet() + " is there but cannot be read yet:"
                        + " another transaction stays open before it, as one does whose program was killed, until the"
                        + " cluster gives it up; look again in a minute");
            }
        }
    }

    private boolean isReadable(PortolanConfig config, Admin admin) {
        return PartitionEnds.of(config, admin, last.keySet(), IsolationLevel.READ_COMMITTED).entrySet().stream()
                .allMatch(end -> end.getValue() > last.get(end.getKey()));
    }
}
