package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.cluster.CommittedTopic;
import io.portolan.topology.Topic;
import io.portolan.wire.GeneratedTrust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A consumer as its users configure it, with Confluent's deserializer, on every Avro topic of a job that runs. */
@EnabledIf(value = "io.portolan.app.job.Confluent#present", disabledReason = Confluent.ABSENT)
@Timeout(180)
class ConfluentConsumerInteropTest {
    private static final Path LOG = Path.of("src/main/resources/demo/zeek-conn.log");
    private static final int SCANNED = 40;
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void itReadsEveryRecordOfEveryAvroTopicAsOurs() throws Exception {
        GeneratedTrust.allow();
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02");
            cluster.produce(log());
            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                for (Topic topic : avroTopics(cluster)) {
                    await(topic.name())
                            .atMost(A_WHILE)
                            .until(() -> !read(cluster, topic, Map.of()).isEmpty());
                }
            }

            for (Topic topic : avroTopics(cluster)) {
                assertReadAsOurs(cluster, topic);
            }
        }
    }

    private static void assertReadAsOurs(ClusterHarness cluster, Topic topic) {
        Deserializer<Object> generic = cluster.config().avro().generic();
        Deserializer<Object> specific = cluster.config().avro().specific();
        List<ConsumerRecord<byte[], byte[]>> written = new ArrayList<>();
        CommittedTopic.readAll(cluster.config(), topic.name(), written::add);

        assertThat(read(cluster, topic, Map.of()))
                .as(topic.name())
                .hasOnlyElementsOfType(GenericRecord.class)
                .isEqualTo(ours(generic, written));
        assertThat(read(cluster, topic, Map.of("specific.avro.reader", "true")))
                .as(topic.name())
                .hasOnlyElementsOfType(SpecificRecord.class)
                .isEqualTo(ours(specific, written));
    }

    private static List<Object> ours(Deserializer<Object> deserializer, List<ConsumerRecord<byte[], byte[]>> written) {
        return written.stream()
                .sorted(Comparator.comparingInt(ConsumerRecord::partition))
                .map(record -> deserializer.deserialize(record.topic(), record.value()))
                .toList();
    }

    /** The values of a topic, partition by partition. */
    private static List<Object> read(ClusterHarness cluster, Topic topic, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers", cluster.config().brokers(),
                "schema.registry.url", cluster.config().schemaRegistry().get("schema.registry.url"),
                "key.deserializer", ByteArrayDeserializer.class.getName(),
                "value.deserializer", Confluent.DESERIALIZER,
                "isolation.level", "read_committed"));
        settings.putAll(more);
        List<Object> values = new ArrayList<>();
        try (KafkaConsumer<byte[], Object> consumer = new KafkaConsumer<>(settings)) {
            for (var partition : consumer.partitionsFor(topic.name())) {
                TopicPartition only = new TopicPartition(topic.name(), partition.partition());
                consumer.assign(List.of(only));
                consumer.seekToBeginning(List.of(only));
                long end = consumer.endOffsets(List.of(only)).get(only);
                while (consumer.position(only) < end) {
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
                }
            }
        }
        return values;
    }

    /** All that a job writes for others or for itself, and the port registry; its input is not Avro. */
    private static List<Topic> avroTopics(ClusterHarness cluster) {
        return cluster.config().topics().all().stream()
                .filter(topic -> topic.schemaFile().isPresent())
                .filter(topic -> !topic.equals(cluster.config().topics().flowLogs()))
                .toList();
    }

    private static List<String> log() throws Exception {
        Stream<String> scan = IntStream.range(0, SCANNED)
                .mapToObj(target ->
                        Zeek.tcp("203.0.113.140", 40_000 + target, "192.0.2." + (100 + target), 1274, "S0", "S"));
        return Stream.concat(Files.readAllLines(LOG).stream(), scan).toList();
    }
}
