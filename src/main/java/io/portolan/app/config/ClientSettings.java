package io.portolan.app.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of a client of the cluster that is no part of the job. */
final class ClientSettings {
    private static final Set<String> STREAMS_ONLY = Set.copyOf(streamsOnly());
    private static final List<String> CLIENT_PREFIXES = List.of(
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX,
            StreamsConfig.TOPIC_PREFIX);

    private ClientSettings() {}

    /** Those of Kafka Streams that are not its own. */
    static Map<String, Object> of(Map<String, Object> streams) {
        Map<String, Object> client = new HashMap<>(streams);
        client.keySet()
                .removeIf(key ->
                        STREAMS_ONLY.contains(key) || CLIENT_PREFIXES.stream().anyMatch(key::startsWith));
        return client;
    }

    private static Set<String> streamsOnly() {
        Set<String> keys = new HashSet<>(StreamsConfig.configDef().names());
        keys.removeAll(AdminClientConfig.configNames());
        return keys;
    }
}
