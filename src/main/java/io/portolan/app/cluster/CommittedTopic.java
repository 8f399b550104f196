package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Reads a topic from its beginning to its end, or within bounds; what a transaction has not committed is not there. Kafka hides whatever
 * stands behind an open transaction, be it committed or not.
 */
public final class CommittedTopic {
    private static final Duration POLL = Duration.ofMillis(100);

    /** At the end of the topic the broker holds a request so long, and the consumer closes only after it. */
    private static final int FETCH_WAIT_MS = 20;

    /** Polls without a record before the cluster counts as silent. */
    private static final int SILENT_POLLS = 200;

    private CommittedTopic() {}

    /**
     * Hands over every record before the first open transaction of its partition, those of a partition in their order.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     * @throws KafkaException if the cluster does not answer or refuses
     */
    public static void read(PortolanConfig config, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        read(config, topic, Bounds.none(), each, (done, total) -> {});
    }

    /**
     * As above, of the records within bounds.
     *
     * @param watch told from time to time how far it is
     * @throws IllegalArgumentException if the topic has no such partition
     */
    public static void read(
            PortolanConfig config,
            String topic,
            Bounds bounds,
            Consumer<ConsumerRecord<byte[], byte[]>> each,
            ReadWatch watch) {
        checkExists(config, topic);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(config)) {
            assign(consumer, topic, bounds);
            if (!read(consumer, bounds, consumer.endOffsets(consumer.assignment()), each, watch)) {
                throw new TimeoutException("topic " + topic + " was not read to its end");
            }
        } catch (TimeoutException e) {
            throw Clusters.unreachable(config, e);
        }
    }

    /**
     * Hands over every record that is committed when this is called, those of a partition in their order: waits for the
     * end of the transactions that are open then.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     * @throws KafkaException if the cluster does not answer or refuses, or a transaction stays open for twenty seconds
     */
    public static void readAll(PortolanConfig config, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        checkExists(config, topic);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(config)) {
            assign(consumer, topic, Bounds.none());
            if (!read(consumer, Bounds.none(), allEnds(config, consumer.assignment()), each, (done, total) -> {})) {
                throw new KafkaException(
                        "topic " + topic + " cannot be read to its end: a transaction on it stays open, as one"
                                + " does whose job was killed, until the cluster gives it up; run it again in a minute");
            }
        } catch (TimeoutException e) {
            throw Clusters.unreachable(config, e);
        }
    }

    /**
     * Makes sure of a topic before anything else is done.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     */
    public static void checkExists(PortolanConfig config, String topic) {
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

    private static KafkaConsumer<byte[], byte[]> consumer(PortolanConfig config) {
        return new KafkaConsumer<>(settings(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static void assign(KafkaConsumer<byte[], byte[]> consumer, String topic, Bounds bounds) {
        List<Integer> numbers = consumer.partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .sorted()
                .toList();
        for (int wanted : bounds.offsets().keySet()) {
            if (!numbers.contains(wanted)) {
                throw new IllegalArgumentException(
                        "topic " + topic + " has no partition " + wanted + "; it has 0 to " + (numbers.size() - 1));
            }
        }
        consumer.assign(numbers.stream()
                .filter(bounds::holds)
                .map(number -> new TopicPartition(topic, number))
                .toList());
    }

    /** Where the partitions end, open transactions included. */
    private static Map<TopicPartition, Long> allEnds(PortolanConfig config, Set<TopicPartition> partitions) {
        try (Admin admin = Clusters.admin(config)) {
            return PartitionEnds.of(config, admin, partitions, IsolationLevel.READ_UNCOMMITTED);
        }
    }

    /** Reads up to these offsets; false if nothing more came. */
    private static boolean read(
            KafkaConsumer<byte[], byte[]> consumer,
            Bounds bounds,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> each,
            ReadWatch watch) {
        PartitionSpans spans = PartitionSpans.of(consumer, bounds, ends);
        spans.starts().forEach(consumer::seek);
        int silent = 0;
        while (!pauseFinished(consumer, spans)) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT_POLLS) {
                return false;
            }
            records.forEach(record -> take(record, bounds, spans, each));
            watch.passed(spans.done(consumer::position), spans.size());
        }
        return true;
    }

    private static void take(
            ConsumerRecord<byte[], byte[]> record,
            Bounds bounds,
            PartitionSpans spans,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        if (!spans.holds(record)) {
            return;
        }
        if (bounds.holds(record)) {
            each.accept(record);
        } else if (bounds.isAfter(record)) {
            spans.endBefore(record);
        }
    }

    /** Asks no more of the partitions that are done; true if all are. */
    private static boolean pauseFinished(KafkaConsumer<byte[], byte[]> consumer, PartitionSpans spans) {
        consumer.pause(spans.finished(consumer::position));
        return consumer.paused().size() == consumer.assignment().size();
    }
}
