package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.config.PortolanConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of rules and filters change while a job runs on a real broker. */
class RulesUpdateTest {
    private static final String FLOW = Zeek.tcp("C1", "198.51.100.7", 51515, "192.0.2.10", 4242, "SF", "ShADadFf");
    private static final String ID = "00000000-0000-0000-0000-000000004242";

    @TempDir
    private Path folder;

    @Test
    void aNewRuleAndThenAFilterIsUsedWithoutARestart() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Path filters = Files.createDirectory(folder.resolve("filters"));
        Files.writeString(rules.resolve("a.yml"), rule("00000000-0000-0000-0000-000000000001", "server.port: 9"));
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            PortolanConfig config = cluster.with(Map.of(
                    "rules.path", rules.toString(), "filters.path", filters.toString(), "rules.reload.ms", "20"));
            try (Job job = Job.start(config)) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(FLOW));
                assertThat(cluster.enriched(1))
                        .extracting(RulesUpdateTest::verdict)
                        .containsExactly("NONE");

                Files.writeString(rules.resolve("b.yml"), rule(ID, "sever.port: 4242"));
                Files.writeString(rules.resolve("b.yml"), rule(ID, "server.port: 4242"));
                awaitVerdict(cluster, "SESSION");

                Files.writeString(filters.resolve("known.yml"), """
                        title: Known
                        id: 00000000-0000-0000-0000-0000000000f1
                        logsource: {category: firewall}
                        filter:
                          rules: [%s]
                          selection: {server.ip: 192.0.2.10}
                          condition: not selection
                        """.formatted(ID));
                awaitVerdict(cluster, "ALLOWED");
            }
        }
    }

    private static void awaitVerdict(ClusterHarness cluster, String verdict) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            int before = cluster.enriched(0).size();
            cluster.produce(List.of(FLOW));
            List<GenericRecord> flows = cluster.enriched(before + 1);
            assertThat(verdict(flows.get(flows.size() - 1))).isEqualTo(verdict);
        });
    }

    private static String verdict(GenericRecord flow) {
        return flow.get("verdict").toString();
    }

    private static String rule(String id, String item) {
        return """
                title: Port 4242
                id: %s
                status: stable
                logsource: {category: firewall}
                detection:
                  selection: {%s}
                  condition: selection
                level: low
                """.formatted(id, item);
    }
}
