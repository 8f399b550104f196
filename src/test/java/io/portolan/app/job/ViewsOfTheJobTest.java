package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.alert.ecs.EcsAlert;
import io.portolan.alert.ecs.EcsFlow;
import io.portolan.alert.ocsf.OcsfFinding;
import io.portolan.alert.ocsf.OcsfNetworkActivity;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewsOfTheJobTest {
    private static final String SESSION = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf");
    private static final String OTHER = Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 443, "SF", "ShADadFf");

    @TempDir
    private Path folder;

    @Test
    void eachDocumentIsThatOfItsAvroRecordWithTheSameKeyAndTime() throws Exception {
        try (JobHarness job = JobHarness.start(keys("ecs,ocsf", "ecs,ocsf"))) {
            job.publishBundled("tcp/1274", "tcp/443");

            job.flows("flows").pipeInput(bytes("key"), bytes(SESSION));
            job.flows("flows").pipeInput(null, bytes(OTHER));

            List<TestRecord<byte[], byte[]>> flows = job.written("flow-logs-enriched");
            assertThat(flows).hasSize(2);
            Function<byte[], EnrichedFlow> flow = avro(job, "flow-logs-enriched");
            assertViews(flows, flow.andThen(EcsFlow::document), job.written("flow-logs-enriched-ecs"));
            assertViews(flows, flow.andThen(OcsfNetworkActivity::document), job.written("flow-logs-enriched-ocsf"));

            List<TestRecord<byte[], byte[]>> alerts = job.written("port-alerts");
            assertThat(alerts).hasSize(1);
            Function<byte[], PortAlert> alert = avro(job, "port-alerts");
            assertViews(alerts, alert.andThen(EcsAlert::document), job.written("port-alerts-ecs"));
            assertViews(alerts, alert.andThen(OcsfFinding::document), job.written("port-alerts-ocsf"));
        }
    }

    @Test
    void onlyWhatIsWantedIsInTheTopology() throws Exception {
        assertThat(views("", "")).isEmpty();
        assertThat(views("ecs", "")).containsExactly("write-port-alerts-ecs", "write-scan-alerts-ecs");
        assertThat(views("", "ocsf")).containsExactly("write-enriched-flows-ocsf");
        assertThat(views("ecs,ocsf", "ecs,ocsf"))
                .containsExactly(
                        "write-enriched-flows-ecs",
                        "write-enriched-flows-ocsf",
                        "write-port-alerts-ecs",
                        "write-port-alerts-ocsf",
                        "write-scan-alerts-ecs",
                        "write-scan-alerts-ocsf");
    }

    @Test
    void aDocumentThatItsTopicDoesNotTakeMakesADeadLetterOfTheWholeFlow() throws Exception {
        Path topics = Files.writeString(
                folder.resolve("topics.yaml"),
                Files.readString(Path.of("topology/topics.yaml"))
                        .replaceFirst(
                                "(?s)(\n  name: flow-logs-enriched-ocsf\n.*?max.message.bytes: )\\d+", "$1" + 1_500));
        Map<String, String> keys = new HashMap<>(keys("", "ecs,ocsf"));
        keys.put("topics.path", topics.toString());
        keys.put("kafka.processing.guarantee", "at_least_once");
        try (JobHarness job = JobHarness.start(keys)) {
            job.pipe(SESSION);

            List<TestRecord<byte[], byte[]>> letters = job.deadLetters();
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).asString().isEqualTo(SESSION);
            assertThat(JobHarness.header(letters.get(0), DeadLetterQueue.CAUSE))
                    .contains("flow-logs-enriched-ocsf", "max.message.bytes of 1500", "topics.yaml");
            assertThat(job.written("flow-logs-enriched")).isEmpty();
            assertThat(job.written("flow-logs-enriched-ecs")).isEmpty();
            assertThat(job.alerts()).isEmpty();
        }
    }

    private static void assertViews(
            List<TestRecord<byte[], byte[]>> records,
            Function<byte[], byte[]> document,
            List<TestRecord<byte[], byte[]>> views) {
        assertThat(views).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(views.get(i).value())
                    .isEqualTo(document.apply(records.get(i).value()));
            assertThat(views.get(i).key()).isEqualTo(records.get(i).key());
            assertThat(views.get(i).timestamp()).isEqualTo(records.get(i).timestamp());
        }
    }

    @SuppressWarnings("unchecked") // what is in the topic, the caller says
    private static <T> Function<byte[], T> avro(JobHarness job, String topic) {
        Deserializer<Object> avro = job.config().avro().specific();
        return value -> (T) avro.deserialize(topic, value);
    }

    private static Set<String> views(String alerts, String flows) throws Exception {
        Set<String> names = new TreeSet<>();
        try (JobHarness job = JobHarness.start(keys(alerts, flows))) {
            for (TopologyDescription.Subtopology part : job.describe().subtopologies()) {
                part.nodes().forEach(node -> names.add(node.name()));
            }
        }
        names.removeIf(name -> !name.endsWith("ecs") && !name.endsWith("ocsf"));
        return names;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> keys(String alerts, String flows) {
        return Map.of(
                "inputs", "flows", "input.flows.format", "zeek-conn", "views.alerts", alerts, "views.flows", flows);
    }
}
