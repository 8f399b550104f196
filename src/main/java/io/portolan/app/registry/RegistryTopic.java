package io.portolan.app.registry;

import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAssignment;
import io.portolan.wire.RegistryFault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the registry's topic from beginning to end; what a transaction has not committed is not there. */
final class RegistryTopic {
    private RegistryTopic() {}

    /**
     * Reads it.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     * @throws KafkaException if the cluster or the schema registry does not answer
     */
    static TopicContent read(PortolanConfig config) {
        Map<String, byte[]> latest = new HashMap<>();
        CommittedTopic.read(config, config.topics().portRegistry().name(), record -> put(latest, record));
        return content(config, latest);
    }

    /** @throws UnknownTopicOrPartitionException if there is no such topic */
    static void checkExists(PortolanConfig config) {
        CommittedTopic.checkExists(config, config.topics().portRegistry().name());
    }

    private static void put(Map<String, byte[]> latest, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            latest.remove(key);
        } else {
            latest.put(key, record.value());
        }
    }

    private static TopicContent content(PortolanConfig config, Map<String, byte[]> values) {
        String topic = config.topics().portRegistry().name();
        Deserializer<Object> avro = config.avro().specific();
        TreeSet<String> unreadable = new TreeSet<>();
        Map<String, PortAssignment> entries = new TreeMap<>();
        values.forEach((key, value) -> decoded(avro, topic, value)
                .filter(entry -> TopicContent.isAtHome(key, entry))
                .ifPresentOrElse(entry -> entries.put(key, entry), () -> unreadable.add(key)));
        Optional<PortAssignment> release = Optional.ofNullable(entries.remove(RegistryRelease.KEY));
        long bytes = values.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + (long) entry.getValue().length)
                .sum();
        return new TopicContent("topic " + topic, entries, unreadable, release, bytes);
    }

    private static Optional<PortAssignment> decoded(Deserializer<Object> avro, String topic, byte[] value) {
        try {
            return avro.deserialize(topic, value) instanceof PortAssignment entry
                    ? Optional.of(entry)
                    : Optional.empty();
        } catch (SerializationException e) {
            if (RegistryFault.isBehind(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
