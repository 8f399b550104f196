package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.portolan.alert.document.SampleAlerts;
import io.portolan.alert.document.SampleFlows;
import io.portolan.alert.ecs.EcsAlert;
import io.portolan.alert.ecs.EcsFlow;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.deploy.Tools;
import io.portolan.topology.InputCounters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the job has written for a SIEM, in an OpenSearch that was set up with the files of deploy/siem. */
class SiemOnOpenSearchTest {
    private static final Path FILES = Path.of("deploy/siem");
    private static final Path LOG = Path.of("src/main/resources/demo/zeek-conn.log");
    private static final Path ALL_FORMATS = Path.of("src/test/resources/flows");
    private static final String ALERTS = "port-alerts-ecs";
    private static final String FLOWS = "flow-logs-enriched-ecs";
    private static final List<String> FORMATS =
            List.of("zeek-conn", "aws-vpc", "suricata-eve", "goflow2", "gcp-vpc", "azure-vnet", "ocsf");
    private static final int SCANNED = 40;
    private static final int ENOUGH_FLOWS = 1_200;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static OpenSearch search;
    private static Map<String, List<String>> topics;

    @BeforeAll
    static void theJobWritesItsTopicsAndOpenSearchTakesThem() throws Exception {
        search = OpenSearch.begin(Files.createDirectory(folder.resolve("search")));
        topics = written(Files.createDirectory(folder.resolve("job")));
        search.awaitStart();
        for (String topic : List.of(ALERTS, FLOWS)) {
            search.put("/_ingest/pipeline/" + topic, FILES.resolve("index/" + topic + ".pipeline.json"));
            search.put("/_index_template/" + topic, FILES.resolve("index/" + topic + ".template.json"));
            assertThat(search.index(topic, topics.get(topic)))
                    .as(topic)
                    .hasSameSizeAs(topics.get(topic))
                    .allSatisfy(answer -> assertThat(answer.at("/error").isMissingNode())
                            .as("%s", answer)
                            .isTrue());
        }
    }

    @AfterAll
    static void end() throws IOException {
        search.close();
    }

    @Test
    void aStrictIndexHoldsEveryDocumentOfItsTopic() throws Exception {
        assertThat(topics.get(FLOWS)).hasSizeGreaterThan(ENOUGH_FLOWS);
        assertThat(topics.get(ALERTS)).hasSizeGreaterThan(5);
        for (String topic : List.of(ALERTS, FLOWS)) {
            assertThat(search.get("/" + topic + "/_mapping")
                            .at("/" + topic + "/mappings/dynamic")
                            .asText())
                    .isEqualTo("strict");
            assertThat(search.get("/" + topic + "/_count").get("count").asInt())
                    .isEqualTo(told(topic).size());
        }
    }

    @Test
    void noValueOfATopicIsOfAnotherTypeThanItsField() throws Exception {
        for (String topic : List.of(ALERTS, FLOWS)) {
            String ignored = "{\"query\":{\"exists\":{\"field\":\"_ignored\"}}}";

            assertThat(search.ask("POST", "/" + topic + "/_count", ignored)
                            .get("count")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void everyFormatOfALogIsThere() {
        assertThat(nodes(FLOWS))
                .map(document -> document.at("/portolan/source_format").asText())
                .containsAll(FORMATS);
    }

    @Test
    void documentsOfEveryKindAreTaken() throws Exception {
        List<String> alerts = SampleAlerts.all().values().stream()
                .map(alert -> text(EcsAlert.document(alert)))
                .toList();
        List<String> flows = Stream.concat(SampleFlows.all().values().stream(), Stream.of(SampleFlows.largest()))
                .map(flow -> text(EcsFlow.document(flow)))
                .toList();

        assertThat(search.index(ALERTS + "-samples", alerts))
                .allSatisfy(answer -> assertThat(answer.get("status").asInt())
                        .as("%s", answer)
                        .isBetween(200, 201));
        assertThat(search.index(FLOWS + "-samples", flows))
                .allSatisfy(answer -> assertThat(answer.get("status").asInt())
                        .as("%s", answer)
                        .isEqualTo(201));
        search.ask("DELETE", "/" + ALERTS + "-samples," + FLOWS + "-samples", "");
    }

    @Test
    void theScriptPutsInPlaceWhatIsMissing() throws Exception {
        Tools.require("curl");
        search.ask("DELETE", "/_index_template/" + ALERTS, "");

        String said = Tools.run(
                Map.of("SEARCH_URL", search.url()), "sh", FILES.resolve("setup").toString());

        assertThat(search.get("/_index_template/" + ALERTS)
                        .at("/index_templates/0/name")
                        .asText())
                .isEqualTo(ALERTS);
        assertThat(said.lines()).hasSize(4).allSatisfy(line -> assertThat(line).startsWith(search.url()));
    }

    @Test
    void theScriptSaysWhatOpenSearchRefuses() throws Exception {
        Tools.require("curl");
        Map<String, String> wrong = Map.of("SEARCH_URL", search.url() + "/none");

        assertThatThrownBy(() -> Tools.run(wrong, "sh", FILES.resolve("setup").toString()))
                .hasMessageContaining("/none/_ingest/pipeline/flow-logs-enriched-ecs was refused")
                .hasMessageContaining("no handler found");
    }

    @Test
    void aFieldThatTheViewDoesNotHaveIsRefused() throws Exception {
        List<JsonNode> answers = search.index(FLOWS, List.of("{\"@timestamp\":\"2026-01-01T00:00:00Z\",\"colour\":1}"));

        assertThat(answers.get(0).at("/error/type").asText()).isEqualTo("strict_dynamic_mapping_exception");
    }

    @Test
    void alertsThatAreReadAgainTakeThePlaceOfTheFirst() throws Exception {
        List<JsonNode> again = search.index(ALERTS, topics.get(ALERTS));

        assertThat(again).allSatisfy(answer -> {
            assertThat(answer.get("result").asText()).isEqualTo("updated");
        });
        JsonNode alert = told(ALERTS).get(0);
        JsonNode found = search.ask(
                "POST",
                "/" + ALERTS + "/_search",
                "{\"query\":{\"ids\":{\"values\":[" + alert.at("/event/id") + "]}}}");
        assertThat(found.at("/hits/total/value").asInt()).isEqualTo(1);
        assertThat(found.at("/hits/hits/0/_source/event/ingested").asText()).isNotEmpty();
        assertThat(found.at("/hits/hits/0/_source/message")).isEqualTo(alert.get("message"));
    }

    @Test
    void anAddressIsFoundByItsNetwork() throws Exception {
        long within = nodes(FLOWS).stream()
                .filter(flow -> flow.at("/server/ip").asText().startsWith("192.0.2."))
                .count();

        JsonNode found = search.get("/" + FLOWS + "/_count?q=server.ip:%22192.0.2.0/24%22");

        assertThat(found.get("count").asLong()).isEqualTo(within).isPositive();
    }

    @Test
    void aDefectiveQueryIsAnError() {
        assertThatThrownBy(() -> search.ask("POST", "/" + FLOWS + "/_search", "{\"quer\":1}"))
                .hasMessageContaining("parsing_exception");
    }

    @TestFactory
    Stream<DynamicTest> everyPanelShowsWhatTheTopicHolds() throws IOException {
        List<SavedPanel> panels = new ArrayList<>(SavedPanel.of(FILES.resolve("dashboards/alerts.ndjson")));
        panels.addAll(SavedPanel.of(FILES.resolve("dashboards/flows.ndjson")));
        return panels.stream().map(panel -> DynamicTest.dynamicTest(panel.id(), () -> assertShown(panel)));
    }

    private static void assertShown(SavedPanel panel) throws Exception {
        String topic = panel.index().replace("*", "");
        Map<List<String>, List<Double>> expected = new Documents(told(topic)).rows(panel);
        JsonNode answer = search.ask("POST", "/" + topic + "/_search", panel.search());

        Map<List<String>, List<Double>> shown = new HashMap<>();
        rows(
                panel,
                0,
                List.of(),
                answer.get("aggregations"),
                answer.at("/hits/total/value").asLong(),
                shown);

        assertThat(answer.at("/hits/total/value").asLong())
                .isEqualTo(new Documents(told(topic)).count(panel))
                .isPositive();
        assertThat(shown).isNotEmpty();
        // A panel shows as many buckets as it says.
        shown.forEach((key, figures) -> assertThat(figures).as("%s", key).isEqualTo(expected.get(key)));
        if (panel.buckets().stream()
                .noneMatch(bucket -> bucket.at("/params/size").asInt() == shown.size())) {
            assertThat(shown.keySet()).isEqualTo(expected.keySet());
        }
    }

    /** The figures of an answer by the values of its buckets. */
    private static void rows(
            SavedPanel panel,
            int depth,
            List<String> key,
            JsonNode within,
            long count,
            Map<List<String>, List<Double>> rows) {
        if (depth == panel.buckets().size()) {
            rows.put(
                    key,
                    panel.figures().stream()
                            .map(figure -> figure(figure, within, count))
                            .toList());
            return;
        }
        JsonNode bucket = panel.buckets().get(depth);
        for (JsonNode each : within.get(bucket.get("id").asText()).get("buckets")) {
            String value = each.path("key_as_string").asText(each.get("key").asText());
            String name = bucket.get("type").asText().equals("date_histogram") ? Documents.day(value) : value;
            List<String> longer = Stream.concat(key.stream(), Stream.of(name)).toList();
            rows(panel, depth + 1, longer, each, each.get("doc_count").asLong(), rows);
        }
    }

    private static Double figure(JsonNode figure, JsonNode within, long count) {
        return figure.get("type").asText().equals("count")
                ? (double) count
                : within.get(figure.get("id").asText()).get("value").asDouble();
    }

    /** The documents of both topics that the job has made of logs in all formats. */
    private static Map<String, List<String>> written(Path folder) throws Exception {
        Map<String, String> views = Map.of("views.alerts", "ecs", "views.flows", "ecs");
        try (ClusterHarness cluster = ClusterHarness.start(folder, "auto", views)) {
            cluster.loadRegistry(
                    "t1distproc,1274,tcp,t1distproc,",
                    "https,443,tcp,HTTP over TLS,2020-01-02",
                    "domain,53,udp,Domain Name Server,2020-01-02");
            List<String> records = logs();
            cluster.produce(records);
            try (Job job = Job.start(cluster.config())) {
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> job.counters().inputs().stream()
                                        .mapToLong(InputCounters::records)
                                        .sum()
                                >= records.size());
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> allIsThere(documents(cluster, FLOWS), documents(cluster, ALERTS)));
            }
            return Map.of(ALERTS, documents(cluster, ALERTS), FLOWS, documents(cluster, FLOWS));
        }
    }

    private static boolean allIsThere(List<String> flows, List<String> alerts) {
        return flows.size() > ENOUGH_FLOWS
                && FORMATS.stream()
                        .allMatch(format -> flows.stream().anyMatch(flow -> flow.contains('"' + format + '"')))
                && alerts.stream().anyMatch(alert -> alert.contains("\"SCAN\""));
    }

    private static List<String> documents(ClusterHarness cluster, String topic) {
        List<String> documents = new ArrayList<>();
        CommittedTopic.readAll(cluster.config(), topic, record -> documents.add(text(record.value())));
        return documents;
    }

    private static List<String> logs() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(LOG));
        for (int target = 0; target < SCANNED; target++) {
            lines.add(Zeek.tcp("203.0.113.140", 40_000 + target, "192.0.2." + (100 + target), 1274, "S0", "S"));
        }
        try (Stream<Path> files = Files.walk(ALL_FORMATS, 2)) {
            files.filter(file -> file.toString().endsWith(".log")).sorted().forEach(file -> lines.addAll(read(file)));
        }
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static Collection<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Logs of several formats tell of the same flow, and a story that begins anew with it is told once more, word for word. */
    private static List<JsonNode> told(String topic) {
        Map<String, JsonNode> told = new LinkedHashMap<>();
        nodes(topic).forEach(document -> {
            JsonNode before = told.put(document.at("/event/id").asText("flow " + told.size()), document);
            assertThat((before == null ? document : before).get("message")).isEqualTo(document.get("message"));
        });
        return List.copyOf(told.values());
    }

    private static List<JsonNode> nodes(String topic) {
        return topics.get(topic).stream()
                .map(document -> {
                    try {
                        return MAPPER.readTree(document);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
