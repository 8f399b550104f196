package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/** Reads a topic from its beginning to its end; what a transaction has not committed is not there. */
public final class CommittedTopic {
    private static final Duration POLL = Duration.ofMillis(100);

    /** At the end of the topic the broker holds a request so long, and the consumer closes only after it. */
    private static final int FETCH_WAIT_MS = 20;

    /** Polls without a record before the cluster counts as silent. */
    private static final int SILENT_POLLS = 200;

    private CommittedTopic() {}

    /**
     * Hands over every record, those of a partition in their order.
     *
     * @throws UnknownTopicOrPartitionException if there is no such topic
     * @throws KafkaException if the cluster does not answer or refuses
     */
    public static void read(PortolanConfig config, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        checkExists(config, topic);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(config), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            read(consumer, topic, each);
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

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer, String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int silent = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            silent = records.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT_POLLS) {
                throw new TimeoutException("topic " + topic + " was not read to its end");
            }
            records.forEach(each);
        }
    }
}
