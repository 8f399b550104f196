package io.portolan.app.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Strings into and out of partition 0 of a topic. */
public final class Records {
    /** Older than any retention that a broker has by default. */
    static final Instant LONG_AGO = Instant.parse("2001-09-09T01:46:40Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Records() {}

    static KafkaProducer<String, String> producer(TestCluster cluster, Map<String, Object> properties) {
        return new KafkaProducer<>(
                cluster.clientProperties(properties), new StringSerializer(), new StringSerializer());
    }

    static ProducerRecord<String, String> record(String topic, String value) {
        return new ProducerRecord<>(topic, 0, LONG_AGO.toEpochMilli(), "key", value);
    }

    static void produce(TestCluster cluster, String topic, String... values)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(cluster, Map.of())) {
            for (String value : values) {
                producer.send(record(topic, value)).get();
            }
        }
    }

    /** All that is committed in the topic, up to its end at the time of the call. */
    public static List<String> read(TestCluster cluster, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<String> values = new ArrayList<>();
        Map<String, Object> properties = cluster.clientProperties(Map.of("isolation.level", "read_committed"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
            while (consumer.position(partition, PATIENCE) < end) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofSeconds(1))) {
                    values.add(read.value());
                }
            }
        }
        return values;
    }
}
