package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.alert.ecs.EcsAlert;
import io.portolan.alert.ecs.EcsFlow;
import io.portolan.alert.ocsf.OcsfFinding;
import io.portolan.alert.ocsf.OcsfNetworkActivity;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views of a whole log on a real broker: record for record those of the Avro topics, in one transaction with them. */
class ViewsOnBrokerTest {
    private static final Path LOG = Path.of("src/main/resources/demo/zeek-conn.log");

    /** Records of that log that are no JSON. */
    private static final int UNREADABLE = 1;

    @TempDir
    private Path folder;

    @Test
    void theTopicsOfTheViewsHoldTheDocumentsOfTheAvroRecordsAndNothingElse() throws Exception {
        Map<String, String> views = Map.of("views.alerts", "ecs,ocsf", "views.flows", "ecs,ocsf");
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", views)) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02");
            List<String> lines = Files.readAllLines(LOG);
            cluster.produce(lines);

            try (Job job = Job.start(cluster.config())) {
                int flows = lines.size() - UNREADABLE;
                assertThat(cluster.committed("flow-logs-enriched", flows)).hasSize(flows);
                assertThat(cluster.committed("port-alerts", 1)).isNotEmpty();
                assertThat(job.counters().deadLetters()).isEqualTo(UNREADABLE);
                Function<byte[], EnrichedFlow> flow = avro(cluster, "flow-logs-enriched");
                assertSame(cluster, "flow-logs-enriched", "flow-logs-enriched-ecs", flow.andThen(EcsFlow::document));
                assertSame(
                        cluster,
                        "flow-logs-enriched",
                        "flow-logs-enriched-ocsf",
                        flow.andThen(OcsfNetworkActivity::document));
                Function<byte[], PortAlert> alert = avro(cluster, "port-alerts");
                assertSame(cluster, "port-alerts", "port-alerts-ecs", alert.andThen(EcsAlert::document));
                assertSame(cluster, "port-alerts", "port-alerts-ocsf", alert.andThen(OcsfFinding::document));
            }
        }
    }

    /** In the end: alerts come in several commits, and one more may come after the records were read. */
    private static void assertSame(
            ClusterHarness cluster, String records, String views, Function<byte[], byte[]> document) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(cluster.committed(views))
                        .extracting(ViewsOnBrokerTest::keyed)
                        .containsExactlyInAnyOrderElementsOf(cluster.committed(records).stream()
                                .map(record -> text(record.key()) + " " + text(document.apply(record.value())))
                                .toList()));
    }

    private static String keyed(ConsumerRecord<byte[], byte[]> record) {
        return text(record.key()) + " " + text(record.value());
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "no key" : new String(bytes, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // what is in the topic, the caller says
    private static <T> Function<byte[], T> avro(ClusterHarness cluster, String topic) {
        Deserializer<Object> avro = cluster.config().avro().specific();
        return value -> (T) avro.deserialize(topic, value);
    }
}
