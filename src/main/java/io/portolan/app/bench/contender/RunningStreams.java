package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A topology of Kafka Streams with the settings of the job, save those that are for the job's own stores. */
record RunningStreams(KafkaStreams streams) implements Running {
    private static final Duration CLOSING = Duration.ofSeconds(8);

    /** The job keeps RocksDB small and needs no cache; another design gets Kafka's own defaults, which are larger. */
    private static final List<String> OF_THE_STORES =
            List.of(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG);

    static RunningStreams start(Setup setup, Topology topology) {
        KafkaStreams streams = new KafkaStreams(topology, settings(setup.config()));
        streams.setUncaughtExceptionHandler(fault -> {
            setup.failed().accept(fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        return new RunningStreams(streams);
    }

    static Properties settings(PortolanConfig config) {
        Properties settings = new Properties();
        settings.putAll(config.kafka());
        OF_THE_STORES.forEach(settings::remove);
        // As the job has it: one input, so no partition to wait for.
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        return settings;
    }

    /** Leaves the group, as the job does: whoever comes next would wait for a member that is gone. */
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSING).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
