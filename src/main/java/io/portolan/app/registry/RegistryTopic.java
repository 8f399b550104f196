package io.portolan.app.registry;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.job.Clusters;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAssignment;
import io.portolan.wire.RegistryFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/** Reads the registry's topic from beginning to end; what a transaction has not committed is not there. */
final class RegistryTopic {
    private static final Duration POLL = Duration.ofMillis(100);

    /** At the end of the topic the broker holds a request so long, and the consumer closes only after it. */
    private static final int FETCH_WAIT_MS = 20;

    /** Polls without a record before the cluster counts as silent. */
    private static final int SILENT_POLLS = 200;

    private RegistryTopic() {}

    /**
     * Reads it.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     * @throws KafkaException if the cluster or the schema registry does not answer
     */
    static TopicContent read(PortolanConfig config) {
        checkExists(config);
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(config), new StringDeserializer(), new ByteArrayDeserializer())) {
            return content(
                    config, latest(consumer, config.topics().portRegistry().name()));
        } catch (TimeoutException e) {
            throw Clusters.unreachable(config, e);
        }
    }

    /** @throws UnknownTopicOrPartitionException if there is no such topic */
    static void checkExists(PortolanConfig config) {
        String topic = config.topics().portRegistry().name();
        try (Admin admin = Clusters.admin(config)) {
            Clusters.await(config, admin.describeTopics(List.of(topic)).allTopicNames());
        } catch (KafkaException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new UnknownTopicOrPartitionException("topic " + topic + " is missing on the cluster at "
                        + config.brokers() + "; create it with the same options and: portolan topics --create");
            }
            throw e;
        }
    }

    private static Map<String, Object> settings(PortolanConfig config) {
        Map<String, Object> settings = Clusters.client(config);
        ClientSettings.copy(config, StreamsConfig.CONSUMER_PREFIX, settings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private static Map<String, byte[]> latest(Consumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, byte[]> latest = new HashMap<>();
        int silent = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT_POLLS) {
                throw new TimeoutException("topic " + topic + " was not read to its end");
            }
            records.forEach(record -> put(latest, record));
        }
        return latest;
    }

    private static void put(Map<String, byte[]> latest, ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            latest.remove(record.key());
        } else {
            latest.put(record.key(), record.value());
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
