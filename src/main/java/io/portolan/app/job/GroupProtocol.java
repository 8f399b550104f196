package io.portolan.app.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The rebalance protocol of a job, by Kafka's name of it (docs/adr/0019-the-classic-rebalance-protocol-is-the-default.md).
 *
 * @param type of the group
 * @param reason why it is this one
 */
record GroupProtocol(GroupType type, String reason) {
    /** The value of {@code kafka.group.protocol} that leaves it to the cluster and the other settings. */
    static final String AUTO = "auto";

    /** Settings that the protocol of streams groups refuses or passes over. */
    private static final List<String> CLASSIC_ONLY = List.of(
            CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG,
            CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG,
            CommonClientConfigs.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG,
            StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG,
            StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG,
            StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG,
            StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
            StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG);

    private static final List<String> PREFIXES =
            List.of("", StreamsConfig.CONSUMER_PREFIX, StreamsConfig.MAIN_CONSUMER_PREFIX);

    /** As Kafka Streams is given it. */
    String text() {
        return type == GroupType.STREAMS ? "streams" : "classic";
    }

    /**
     * The protocol for these settings of Kafka Streams.
     *
     * @throws ConfigException if they name one that they cannot have
     * @throws KafkaException if they name one that the cluster has not, or members speak another
     */
    static GroupProtocol choose(Map<?, ?> settings, GroupFacts facts) {
        String wanted = String.valueOf(settings.get(StreamsConfig.GROUP_PROTOCOL_CONFIG));
        GroupProtocol chosen = wanted.equals(AUTO)
                ? facts.members()
                        .map(type -> new GroupProtocol(type, "the members that are there speak it"))
                        .orElseGet(() -> best(settings, facts))
                : new GroupProtocol(wanted.equals("streams") ? GroupType.STREAMS : GroupType.CLASSIC, "configured");
        if (chosen.type() == GroupType.STREAMS) {
            checkStreams(settings, facts);
        }
        checkMembers(chosen, facts);
        return chosen;
    }

    private static GroupProtocol best(Map<?, ?> settings, GroupFacts facts) {
        if (!facts.streams()) {
            return new GroupProtocol(GroupType.CLASSIC, "the cluster has no other");
        }
        return classicOnly(settings)
                .map(key -> new GroupProtocol(GroupType.CLASSIC, "kafka." + key + " needs it"))
                .or(() -> hidesThreads(settings)
                        ? Optional.of(new GroupProtocol(
                                GroupType.CLASSIC, "with several threads an instance could not tell who holds what"))
                        : Optional.empty())
                .orElseGet(() -> new GroupProtocol(GroupType.STREAMS, "the cluster has it"));
    }

    private static void checkStreams(Map<?, ?> settings, GroupFacts facts) {
        if (!facts.streams()) {
            throw new KafkaException("kafka.group.protocol is streams, which the cluster has not (its feature"
                    + " streams.version is 0); set it to classic, or to auto");
        }
        classicOnly(settings).ifPresent(key -> {
            throw new ConfigException(
                    "kafka." + key + " does not go with kafka.group.protocol=streams; leave it out, or set"
                            + " the protocol to classic");
        });
    }

    private static void checkMembers(GroupProtocol chosen, GroupFacts facts) {
        facts.members()
                .filter(type -> isStreams(type) != isStreams(chosen.type()))
                .ifPresent(type -> {
                    throw new KafkaException(
                            "the group has members that speak the protocol " + (isStreams(type) ? "streams" : "classic")
                                    + ", and kafka.group.protocol is " + chosen.text()
                                    + "; stop all instances before the protocol changes");
                });
    }

    private static boolean isStreams(GroupType type) {
        return type == GroupType.STREAMS;
    }

    private static Optional<String> classicOnly(Map<?, ?> settings) {
        return CLASSIC_ONLY.stream()
                .flatMap(key -> PREFIXES.stream().map(prefix -> prefix + key))
                .filter(key -> isSet(settings.get(key)))
                .findFirst();
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(List.of());
    }

    /** Kafka Streams 4.3 knows then of an instance only what one of its threads holds. */
    static boolean hidesThreads(Map<?, ?> settings) {
        return settings.containsKey(StreamsConfig.APPLICATION_SERVER_CONFIG)
                && Integer.parseInt(String.valueOf(settings.get(StreamsConfig.NUM_STREAM_THREADS_CONFIG))) > 1;
    }
}
