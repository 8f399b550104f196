package io.portolan.app.topics;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * A topic as the cluster has it.
 *
 * @param partitions 1 or more
 * @param replication replicas of its first partition, 1 or more
 * @param settings all settings that have a value, the cluster's defaults too
 */
public record FoundTopic(int partitions, int replication, Map<String, String> settings) {
    public FoundTopic {
        settings = Map.copyOf(settings);
    }

    static FoundTopic of(TopicDescription description, Config config) {
        return new FoundTopic(
                description.partitions().size(),
                description.partitions().get(0).replicas().size(),
                config.entries().stream()
                        .filter(entry -> entry.value() != null)
                        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
    }
}
