package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.app.http.ApiDescription;
import io.portolan.app.http.ServerCertificate;
import io.portolan.app.http.Web;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of one job, asked as an operator would: the same answer from either, and from one alone when the other is gone. */
class HttpOfTwoInstancesTest {
    private static final String TOKEN = "a-token-of-the-test-0123456789";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SERVERS = 12;

    private final ApiDescription api = new ApiDescription();

    @TempDir
    private Path folder;

    @Test
    void eitherInstanceAnswersForBothAndOneAnswersForAllWhenTheOtherIsGone() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02");
            cluster.produce(flows());
            try (HttpInstance first = start(cluster, "first");
                    HttpInstance second = start(cluster, "second")) {
                awaitTwo(first, second);
                JsonNode alerts = await().atMost(PATIENCE)
                        .until(() -> first.web().json("/api/alerts"), list -> isFull(list, SERVERS));

                theAnswersAreAsDescribed(first.web());
                bothSay(first, second, alerts);
                eachHoldsAPart(first, second);
                oneIsFoundWhereverItIs(first, second, alerts);

                second.stop();

                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(items(first.web().json("/api/alerts")))
                                .isEqualTo(items(alerts)));
                await().atMost(PATIENCE).until(() -> first.web().json("/api/alerts"), list -> isFull(list, SERVERS));
                assertThat(first.web().get("/health/ready").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void overTlsAnInstanceThatDoesNotAnswerIsNamedAndItsPartIsNotTakenForNothing() throws Exception {
        Map<String, String> tls = ServerCertificate.make(folder).keys();
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,");
            cluster.produce(flows());
            try (HttpInstance first = start(cluster, "first", tls);
                    HttpInstance second = start(cluster, "second", tls)) {
                awaitTwo(first, second);
                JsonNode alerts = await().atMost(PATIENCE)
                        .until(() -> first.web().json("/api/alerts"), list -> isFull(list, SERVERS));
                String away = second.http().address().host() + ":"
                        + second.http().address().port();
                String key = items(second.web().json("/api/alerts?scope=instance"))
                        .get(0)
                        .path("dedup_key")
                        .asText();

                second.http().close();
                JsonNode part = first.web().json("/api/alerts");
                HttpResponse<String> one = first.web().get("/api/alerts/" + encode(key));

                assertThat(part.path("complete").asBoolean()).isFalse();
                assertThat(part.path("unavailable"))
                        .extracting(JsonNode::asText)
                        .containsExactly(away);
                assertThat(items(part)).hasSizeBetween(1, SERVERS - 1);
                assertThat(items(alerts)).containsAll(items(part));
                assertThat(one.statusCode()).isEqualTo(503);
                assertThat(one.headers().firstValue("Retry-After")).isPresent();
                assertThat(Web.json(one).path("detail").asText()).contains(away);
                assertThat(first.web().json("/api/topology").path("unavailable"))
                        .extracting(JsonNode::asText)
                        .containsExactly(away);
            }
        }
    }

    @Test
    void anInstanceWithoutATaskOfSomeStoreAnswersWhatItHas() throws Exception {
        String topics =
                Files.readString(Path.of("topology/topics.yaml")).replaceAll("partitions: [36]", "partitions: 1");
        Path file = Files.writeString(folder.resolve("topics.yaml"), topics);
        try (ClusterHarness cluster =
                ClusterHarness.start(folder, "zeek-conn", Map.of("topics.path", file.toString()))) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,");
            cluster.produce(flows());
            try (HttpInstance first = start(cluster, "first");
                    HttpInstance second = start(cluster, "second")) {
                awaitTwo(first, second);

                for (HttpInstance instance : List.of(first, second)) {
                    await().atMost(PATIENCE)
                            .until(() -> instance.web().json("/api/alerts"), list -> isFull(list, SERVERS));
                }
                assertThat(first.web()
                                        .json("/api/alerts?scope=instance")
                                        .path("items")
                                        .size()
                                + second.web()
                                        .json("/api/alerts?scope=instance")
                                        .path("items")
                                        .size())
                        .isEqualTo(SERVERS);
            }
        }
    }

    private static void awaitTwo(HttpInstance first, HttpInstance second) {
        for (HttpInstance instance : List.of(first, second)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode topology = instance.web().json("/api/topology");
                assertThat(topology.path("complete").asBoolean()).isTrue();
                assertThat(topology.path("instances"))
                        .hasSize(2)
                        .allSatisfy(one -> assertThat(one.path("tasks")).isNotEmpty());
                assertThat(instance.web().get("/health/ready").statusCode()).isEqualTo(200);
            });
        }
    }

    private void theAnswersAreAsDescribed(Web web) throws IOException, InterruptedException {
        api.check("Health", web.json("/health/live"));
        JsonNode ready = api.check("Readiness", web.json("/health/ready"));
        assertThat(ready.at("/checks/registry/entries").asInt()).isEqualTo(2);
        assertThat(ready.at("/checks/registry/version").asText()).isEqualTo("2020-01-02");
        api.check("AlertList", web.json("/api/alerts"));
        api.check("ServerList", web.json("/api/servers"));
        api.check("Traffic", web.json("/api/traffic"));
        api.check("Traffic", web.json("/api/traffic?by=service"));
        JsonNode topology = api.check("Topology", web.json("/api/topology"));
        assertThat(topology.path("mermaid").asText()).startsWith("flowchart LR");
        JsonNode card = api.check("PortCard", web.json("/api/ports/t1distproc"));
        assertThat(card.path("port").asInt()).isEqualTo(1274);
        assertThat(web.get("/metrics").body()).contains("portolan_flows_total{", "portolan_streams_state{");
        api.check("Problem", web.json("/api/ports/t1distprocc"));
        api.check("Problem", web.json("/api/alerts?limit=x"));
    }

    private static void bothSay(HttpInstance first, HttpInstance second, JsonNode alerts) throws Exception {
        assertThat(items(second.web().json("/api/alerts"))).isEqualTo(items(alerts));
        for (String path : List.of(
                "/api/servers?limit=1000",
                "/api/traffic",
                "/api/traffic?by=verdict",
                "/api/alerts?port=1274&limit=3")) {
            JsonNode one = first.web().json(path);
            assertThat(one.path("complete").asBoolean()).as(path).isTrue();
            assertThat(second.web().json(path)).as(path).isEqualTo(one);
        }
        JsonNode verdicts = first.web().json("/api/traffic?by=verdict").path("items");
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).path("verdict").asText()).isEqualTo("SESSION");
        assertThat(verdicts.get(0).path("flows").asInt()).isEqualTo(SERVERS);
    }

    private static void eachHoldsAPart(HttpInstance first, HttpInstance second) throws Exception {
        List<JsonNode> here = items(first.web().json("/api/alerts?scope=instance"));
        List<JsonNode> there = items(second.web().json("/api/alerts?scope=instance"));
        Set<JsonNode> both = new HashSet<>(here);
        both.addAll(there);

        assertThat(here).isNotEmpty();
        assertThat(there).isNotEmpty();
        assertThat(both).hasSize(SERVERS).hasSize(here.size() + there.size());
    }

    private static void oneIsFoundWhereverItIs(HttpInstance first, HttpInstance second, JsonNode alerts)
            throws Exception {
        for (JsonNode alert : alerts.path("items")) {
            String path = "/api/alerts/" + encode(alert.path("dedup_key").asText());
            assertThat(first.web().json(path)).isEqualTo(alert);
            assertThat(second.web().json(path)).isEqualTo(alert);
        }
        for (JsonNode server : first.web().json("/api/servers").path("items")) {
            String key =
                    server.path("address").asText() + ":" + server.path("port").asInt() + "/tcp";
            assertThat(second.web().json("/api/servers/" + key)).isEqualTo(server);
            assertThat(first.web().json("/api/servers/" + encode(key))).isEqualTo(server);
        }
        assertThat(first.web().get("/api/alerts/none").statusCode()).isEqualTo(404);
        assertThat(second.web().get("/api/servers/192.0.2.99:1274/tcp").statusCode())
                .isEqualTo(404);
    }

    private HttpInstance start(ClusterHarness cluster, String name) {
        return start(cluster, name, Map.of());
    }

    private HttpInstance start(ClusterHarness cluster, String name, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(more);
        keys.put("http.token", TOKEN);
        return HttpInstance.start(cluster, folder.resolve(name), keys);
    }

    /** Sessions with as many servers, so that some of them are in each partition. */
    private static List<String> flows() {
        List<String> flows = new ArrayList<>();
        for (int i = 1; i <= SERVERS; i++) {
            flows.add(Zeek.tcp("C" + i, "198.51.100.7", 51_515, "192.0.2." + i, 1274, "SF", "ShADadFf"));
        }
        return flows;
    }

    private static boolean isFull(JsonNode list, int count) {
        return list.path("complete").asBoolean() && list.path("items").size() == count;
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false).toList();
    }

    private static String encode(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
