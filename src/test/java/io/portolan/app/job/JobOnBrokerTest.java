package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.portolan.schema.PortAlert;
import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on a real broker: what goes in at one end and comes out at the other. */
class JobOnBrokerTest {
    private static final String SESSION = Zeek.tcp("C1", "198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");
    private static final String COINCIDENCE = Zeek.tcp("C2", "192.0.2.20", 1274, "198.51.100.8", 443, "SF", "ShADadFf");

    @TempDir
    private Path folder;

    @Test
    void flowsAreLabelledAlertedAndDeadLettered() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02");
            cluster.produce(List.of(SESSION, "no flow at all", COINCIDENCE));

            try (Job job = Job.start(cluster.config())) {
                List<GenericRecord> flows = cluster.enriched(2);

                assertThat(flows)
                        .extracting(
                                flow -> flow.get("service").toString(),
                                flow -> flow.get("verdict").toString())
                        .containsExactlyInAnyOrder(tuple("t1distproc", "SESSION"), tuple("https", "COINCIDENCE"));
                assertThat(flows)
                        .extracting(flow -> flow.get("registry_version").toString())
                        .containsOnly("2020-01-02");

                List<ConsumerRecord<byte[], byte[]>> alerts =
                        cluster.committed(cluster.config().topics().portAlerts().name(), 1);
                assertThat(alerts).hasSize(1);
                assertThat(new String(alerts.get(0).key(), StandardCharsets.UTF_8))
                        .isEqualTo("192.0.2.10:1274/tcp");
                PortAlert alert = (PortAlert) cluster.config()
                        .avro()
                        .specific()
                        .deserialize("", alerts.get(0).value());
                assertThat(alert.getClient().getAddress()).isEqualTo("198.51.100.7");

                List<ConsumerRecord<byte[], byte[]>> letters = cluster.committed(
                        cluster.config().topics().deadLetters().name(), 1);
                assertThat(letters).hasSize(1);
                assertThat(new String(letters.get(0).value(), StandardCharsets.UTF_8))
                        .isEqualTo("no flow at all");
                assertThat(letters.get(0)
                                .headers()
                                .lastHeader(DeadLetterQueue.TOPIC)
                                .value())
                        .isEqualTo("flows".getBytes(StandardCharsets.UTF_8));
                assertThat(job.counters().deadLetters()).isEqualTo(1);
            }
        }
    }

    @Test
    void aBacklogGoesThroughKafkaStreamsInBatches() throws Exception {
        int flows = 2_000;
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("https,443,tcp,HTTP over TLS,2020-01-02");
            cluster.produce(Collections.nCopies(flows, COINCIDENCE));

            try (Job job = Job.start(cluster.config())) {
                assertThat(cluster.enriched(flows)).hasSize(flows);

                assertThat(passed(job, "records-consumed-total", "flows")).isBetween(1.0, flows / 10.0);
                String enriched = cluster.config().topics().enrichedFlows().name();
                assertThat(passed(job, "records-produced-total", enriched)).isBetween(1.0, flows / 10.0);
            }
        }
    }

    @Test
    void theFirstFlowsDoNotWaitForTheCommitInterval() throws Exception {
        Map<String, String> tenMinutes =
                Map.of("kafka.commit.interval.ms", "600000", "kafka.producer.transaction.timeout.ms", "900000");
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", tenMinutes)) {
            cluster.loadRegistry("https,443,tcp,HTTP over TLS,2020-01-02");

            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(COINCIDENCE));

                assertThat(cluster.enriched(1))
                        .extracting(JobOnBrokerTest::service)
                        .containsExactly("https");
            }
        }
    }

    /** How many records of a topic Kafka Streams itself has counted. */
    private static double passed(Job job, String metric, String topic) {
        return job.streams().metrics().values().stream()
                .filter(found -> found.metricName().group().equals("stream-topic-metrics")
                        && found.metricName().name().equals(metric)
                        && found.metricName().tags().get("topic").equals(topic))
                .mapToDouble(found -> (double) found.metricValue())
                .sum();
    }

    @Test
    void aRunningJobUsesANewRegistryAndARestartedOneFindsIt() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15", "other,9999,tcp,Other,");

            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(SESSION));
                assertThat(cluster.enriched(1))
                        .extracting(JobOnBrokerTest::service)
                        .containsExactly("t1distproc");

                cluster.loadRegistry("renamed,1274,tcp,Renamed,2026-01-01", "other,9999,tcp,Other,");
                awaitService(cluster, "renamed");
            }

            cluster.loadRegistry("again,1274,tcp,Again,2026-02-01", "other,9999,tcp,Other,");
            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                int before = cluster.enriched(0).size();
                cluster.produce(List.of(SESSION));
                List<GenericRecord> flows = cluster.enriched(before + 1);
                assertThat(service(flows.get(flows.size() - 1))).isEqualTo("again");
            }
        }
    }

    @Test
    void aFlowThatTheBrokerRefusesAsTooLargeEndsTheJobAndNothingIsLost() throws Exception {
        String noise = new Random(1)
                .ints(1_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String large = Zeek.tcp(noise, "198.51.100.7", 51515, "192.0.2.10", 443, "SF", "ShADadFf");
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,");
            largestEnrichedFlow(cluster, "1000");
            cluster.produce(List.of(SESSION, large, COINCIDENCE));

            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitEnd())
                        .hasValueSatisfying(fault -> assertThat(fault)
                                .hasMessageStartingWith("a topic takes smaller records than topology/topics.yaml says")
                                .hasRootCauseInstanceOf(RecordTooLargeException.class));
            }
            largestEnrichedFlow(cluster, "1048588");
            try (Job job = Job.start(cluster.config())) {
                assertThat(cluster.enriched(3)).hasSize(3);
                assertThat(job.counters().deadLetters()).isZero();
            }
            assertThat(cluster.committed(cluster.config().topics().deadLetters().name(), 0))
                    .isEmpty();
        }
    }

    private static void largestEnrichedFlow(ClusterHarness cluster, String bytes) throws Exception {
        ConfigResource topic = new ConfigResource(
                ConfigResource.Type.TOPIC,
                cluster.config().topics().enrichedFlows().name());
        AlterConfigOp op = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(cluster.config().kafkaClient())) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(op))).all().get();
        }
    }

    /** Sends flows until one bears the service: an update reaches a running job some time after it was published. */
    private static void awaitService(ClusterHarness cluster, String service) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            cluster.produce(List.of(SESSION));
            assertThat(cluster.enriched(0)).extracting(JobOnBrokerTest::service).contains(service);
        });
    }

    private static String service(GenericRecord flow) {
        return String.valueOf(flow.get("service"));
    }
}
