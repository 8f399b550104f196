package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.app.Main;
import io.portolan.app.page.Browser;
import io.portolan.app.page.Device;
import io.portolan.app.page.Shown;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The topics, SQL over them, the API of either instance and the page say the same, also when one instance has gone. */
@Timeout(240)
class SameAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration A_WHILE = Duration.ofSeconds(90);
    private static final int FLOWS = 240;

    private static final String SERVER_RANGE =
            "case server when 'DESTINATION' then dst.range when 'SOURCE' then src.range end";
    private static final String SUMS = "select service, range, sum(flows) as flows, sum(bytes) as bytes,"
            + " sum(packets) as packets from (%s) group by all";
    private static final String EACH_FLOW = "select service, " + SERVER_RANGE + " as range, 1 as flows,"
            + " bytes + coalesce(reverse_bytes, 0) as bytes, packets + coalesce(reverse_packets, 0) as packets"
            + " from flows where not duplicate";

    @TempDir
    private Path folder;

    private Path config;

    @Test
    void theTopicsTheApiThePageAndSqlAnswerAlike() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn");
                Browser browser = Browser.start(folder.resolve("browser"))) {
            config = cluster.configFile(folder);
            cluster.loadRegistry(
                    "t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02", "legacy,2000,tcp,,");
            browser.device(Device.DESKTOP);
            try (HttpInstance first = start(cluster, "first");
                    HttpInstance second = start(cluster, "second")) {
                cluster.produce(flows(0));
                for (HttpInstance instance : List.of(first, second)) {
                    allSayTheSame(cluster, instance, browser, FLOWS);
                }

                second.stop();
                cluster.produce(flows(FLOWS));

                allSayTheSame(cluster, first, browser, 2 * FLOWS);
                assertThat(first.web().get("/health/ready").statusCode()).isEqualTo(200);
            }
        }
    }

    private void allSayTheSame(ClusterHarness cluster, HttpInstance instance, Browser browser, int flows)
            throws Exception {
        await().atMost(A_WHILE)
                .until(() -> instance.web().json("/api/traffic?by=verdict"), answer -> flows(answer) == flows);
        Map<String, List<Long>> traffic = ofTopic(cluster.enriched(flows));
        assertThat(sums(sql(SUMS.formatted(EACH_FLOW)))).as("SQL over flows").isEqualTo(traffic);
        assertThat(sums(sql(SUMS.formatted("from traffic"))))
                .as("SQL over traffic")
                .isEqualTo(traffic);
        assertThat(sums(items(instance, "/api/traffic?by=service,range"))).isEqualTo(traffic);
        Map<String, List<Long>> servers = servers(sql("from servers"));
        assertThat(servers).hasSize(5);
        assertThat(servers(items(instance, "/api/servers"))).isEqualTo(servers);
        List<String> alerts =
                summaries(sql("from alerts qualify _offset = max(_offset) over (partition by dedup_key)"));
        assertThat(alerts).hasSize(3);
        assertThat(summaries(items(instance, "/api/alerts"))).isEqualTo(alerts);

        browser.open(instance.http().url().toString());
        Shown shown = new Shown(browser);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(new TreeMap<>(shown.services())).isEqualTo(traffic));
        assertThat(shown.servers()).isEqualTo(servers);
        assertThat(shown.alerts()).extracting(alert -> alert.get(2)).containsExactlyInAnyOrderElementsOf(alerts);
    }

    private HttpInstance start(ClusterHarness cluster, String name) {
        return HttpInstance.start(cluster, folder.resolve(name), Map.of());
    }

    /** Flows of five minutes: to a service, to forgotten ports of several servers, and to ports that nobody knows. */
    private static List<String> flows(int first) {
        List<String> flows = new ArrayList<>();
        for (int i = first; i < first + FLOWS; i++) {
            int port = List.of(443, 443, 443, 1274, 2000, 9999, 60_000).get(i % 7);
            String server = port == 1274 ? "192.0.2." + (10 + i % 3) : "192.0.2.20";
            String client = port == 443 ? "198.51.100." + i % 100 : "2001:db8::7";
            flows.add(Zeek.tcp("C" + i, client, 50_000 + i, server, port, "SF", "ShADadFf")
                    .replace("1700000000.5", 1_700_000_000 + i % 5 * 60 + ".5"));
        }
        return flows;
    }

    private static Map<String, List<Long>> ofTopic(List<GenericRecord> flows) {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (GenericRecord flow : flows) {
            GenericRecord server =
                    (GenericRecord) flow.get(flow.get("server").toString().equals("SOURCE") ? "src" : "dst");
            sums.merge(
                    shown(String.valueOf(flow.get("service")), String.valueOf(server.get("range"))),
                    List.of(
                            1L,
                            (long) flow.get("bytes") + (long) flow.get("reverse_bytes"),
                            (long) flow.get("packets") + (long) flow.get("reverse_packets")),
                    SameAnswersTest::add);
        }
        return sums;
    }

    private static List<Long> add(List<Long> one, List<Long> other) {
        return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2));
    }

    private static Map<String, List<Long>> sums(List<JsonNode> rows) {
        return by(
                rows,
                row -> shown(row.path("service").asText(), row.path("range").asText()),
                "flows",
                "bytes",
                "packets");
    }

    private static Map<String, List<Long>> servers(List<JsonNode> rows) {
        return by(
                rows,
                row -> row.path("address").asText() + " " + row.path("port").asInt() + "/"
                        + row.path("transport").asText(),
                "clients",
                "flows",
                "bytes");
    }

    private static Map<String, List<Long>> by(List<JsonNode> rows, Function<JsonNode, String> key, String... columns) {
        Map<String, List<Long>> numbers = new TreeMap<>();
        rows.forEach(row -> assertThat(numbers.put(
                        key.apply(row),
                        List.of(columns).stream()
                                .map(column -> row.path(column).asLong())
                                .toList()))
                .isNull());
        return numbers;
    }

    /** As the page names it. */
    private static String shown(String service, String range) {
        return (service.equals("null") ? "(no service)" : service) + " " + range.toLowerCase(Locale.ROOT);
    }

    private static List<String> summaries(List<JsonNode> alerts) {
        return alerts.stream()
                .map(alert -> alert.path("summary").asText())
                .sorted()
                .toList();
    }

    private static long flows(JsonNode traffic) {
        return StreamSupport.stream(traffic.path("items").spliterator(), false)
                .mapToLong(item -> item.path("flows").asLong())
                .sum();
    }

    private static List<JsonNode> items(HttpInstance instance, String path) throws Exception {
        JsonNode answer = instance.web().json(path);
        assertThat(answer.path("complete").asBoolean()).as(path).isTrue();
        return StreamSupport.stream(answer.path("items").spliterator(), false).toList();
    }

    private List<JsonNode> sql(String statement) throws Exception {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true));
        assertThat(line.execute("sql", "--config", config.toString(), "--output", "json", statement))
                .isZero();
        List<JsonNode> rows = new ArrayList<>();
        for (String row : out.toString().lines().toList()) {
            rows.add(JSON.readTree(row));
        }
        return rows;
    }
}
