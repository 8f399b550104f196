package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import io.portolan.app.command.Deployment.Result;
import io.portolan.app.topics.ClusterTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalBrokerExtension.class)
@Timeout(120)
class TopicsCommandTest {
    private static final int PARTITIONS = 200;
    private static final int RECORDS = 10 * PARTITIONS;
    private static final int RECORD_BYTES = 100;

    private Deployment portolan;

    @BeforeEach
    void deploy(TestCluster cluster, @TempDir Path folder) throws IOException {
        portolan = new Deployment(cluster, folder);
    }

    @AfterEach
    void close() {
        portolan.close();
    }

    @Test
    void aMissingTopicIsShownWithTheCommandThatCreatesIt() {
        Result result = portolan.run("topics");

        assertThat(result.code()).isEqualTo(1);
        assertThat(line(result, portolan.topic("port-registry"))).containsPattern("missing +- +-");
        assertThat(result.out()).contains("Create what is missing with the same options and: portolan topics --create");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whatIsMissingIsCreatedAndThenAllIsAsWanted() {
        Result created = portolan.run("topics", "--create");
        Result shown = portolan.run("topics");

        assertThat(created.code()).as(created.toString()).isZero();
        assertThat(line(created, portolan.topic("flow-logs-enriched"))).containsPattern("created +6 +1");
        assertThat(shown.code()).isZero();
        assertThat(line(shown, portolan.topic("flow-logs-enriched"))).containsPattern("present +6 +1");
        assertThat(line(shown, portolan.topic("flow-logs"))).endsWith("input");
    }

    @Test
    void whatIsCreatedTakesEveryRecordAtOnce() throws Exception {
        portolan.widen("flow-logs", PARTITIONS);
        Map<String, Object> oneRecordABatch = Map.of("batch.size", 1, "linger.ms", 0, "delivery.timeout.ms", 30_000);
        try (ClusterTopics topics = ClusterTopics.of(portolan.config());
                KafkaProducer<String, byte[]> producer = portolan.producer(oneRecordABatch)) {
            topics.create();

            List<Future<RecordMetadata>> taken = IntStream.range(0, RECORDS)
                    .mapToObj(record -> new ProducerRecord<>(
                            portolan.topic("flow-logs"), record % PARTITIONS, "key", new byte[RECORD_BYTES]))
                    .map(producer::send)
                    .toList();

            for (Future<RecordMetadata> record : taken) {
                assertThat(record).succeedsWithin(Duration.ofSeconds(30));
            }
        }
    }

    @Test
    void theTopicOfAViewIsWantedWhereTheViewIsOn() throws IOException {
        portolan.configure("views.alerts=ecs", "views.flows=ocsf");

        Result created = portolan.run("topics", "--create");

        assertThat(created.code()).as(created.toString()).isZero();
        assertThat(line(created, portolan.topic("port-alerts-ecs"))).containsPattern("created +1 +1");
        assertThat(line(created, portolan.topic("flow-logs-enriched-ocsf"))).containsPattern("created +6 +1");
        assertThat(created.out())
                .doesNotContain(portolan.topic("port-alerts-ocsf"), portolan.topic("flow-logs-enriched-ecs"));
    }

    @Test
    void aSettingThatDiffersIsToldWithTheCommandThatMendsIt() throws Exception {
        portolan.createTopic(portolan.topic("port-registry"), 1, Map.of("cleanup.policy", "delete"));

        Result result = portolan.run("topics", "--create");

        String topic = portolan.topic("port-registry");
        assertThat(result.code()).isEqualTo(1);
        assertThat(line(result, topic)).contains("different");
        assertThat(result.out())
                .contains(topic + ": cleanup.policy is delete, wanted compact: ")
                .contains("kafka-configs --bootstrap-server " + portolan.brokers()
                        + " --alter --entity-type topics --entity-name " + topic
                        + " --add-config cleanup.policy=compact")
                .contains(topic + ": min.cleanable.dirty.ratio is 0.5, wanted 0.1: ");
    }

    @Test
    void otherPartitionsAreToldWithTheWayOut() throws Exception {
        String few = portolan.topic("flow-logs");
        String many = portolan.topic("port-registry");
        portolan.createTopic(few, 2, Map.of());
        portolan.createTopic(many, 3, Map.of());

        Result result = portolan.run("topics");

        assertThat(result.out())
                .contains(
                        few + ": partitions is 2, wanted 6: more partitions let more threads work; but keys then move")
                .contains("kafka-topics --bootstrap-server " + portolan.brokers() + " --alter --topic " + few
                        + " --partitions 6")
                .contains(many + ": partitions is 3, wanted 1: partitions cannot be taken away")
                .contains("set partitions: 3 in topics.yaml (topics.path)");
    }

    @Test
    void anInputOfTheConfigurationIsCreatedLikeFlowLogsAndItsSettingsAreItsOwners() throws Exception {
        String missing = portolan.topic("zeek");
        String there = portolan.topic("vpc");
        portolan.createTopic(there, 2, Map.of("retention.ms", "1000"));
        portolan.configure(
                "inputs=zeek,vpc",
                "input.zeek.topic=" + missing,
                "input.zeek.format=zeek-conn",
                "input.vpc.topic=" + there,
                "input.vpc.format=aws-vpc");

        Result result = portolan.run("topics", "--create");

        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(line(result, missing)).containsPattern("created +6 +1 +input");
        assertThat(line(result, there)).containsPattern("present +2 +1 +input");
    }

    private static String line(Result result, String topic) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith(topic + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(topic + " is not in: " + result));
    }
}
