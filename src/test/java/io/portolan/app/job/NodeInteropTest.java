package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A program in JavaScript reads the enriched topic with KafkaJS and Confluent's client of the schema registry. */
@Timeout(300)
@EnabledIfSystemProperty(
        named = "interop",
        matches = ".*",
        disabledReason = "asks npm for two clients, with -Dinterop alone")
class NodeInteropTest {
    private static final Path SCRIPTS = Path.of("src/test/node");
    private static final Path MODULES = Path.of("target/node");

    @TempDir
    private Path folder;

    @Test
    void theEnrichedTopicIsReadByConfluentsClientOfNode() throws Exception {
        assumeTrue(isOnThePath("node") && isOnThePath("npm"), "there is no node or npm on this machine");
        install();
        // KafkaJS knows gzip by itself, and lz4 only with a package more.
        try (ClusterHarness cluster =
                ClusterHarness.start(folder, "zeek-conn", Map.of("kafka.producer.compression.type", "gzip"))) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            try (Job job = Job.start(cluster.config())) {
                cluster.produce(List.of(
                        Zeek.tcp("C1", "198.51.100.7", 40000, "192.0.2.10", 1274, "SF", "ShADadFf"),
                        Zeek.tcp("C2", "198.51.100.7", 40001, "2001:db8::10", 443, "SF", "ShADadFf")));
                assertThat(cluster.enriched(2)).hasSize(2);
                job.check();
            }

            List<JsonNode> flows = read(cluster, 2);

            assertThat(flows)
                    .filteredOn(flow -> flow.path("dst_port").asInt() == 1274)
                    .singleElement()
                    .satisfies(flow -> {
                        assertThat(flow.path("src_address").asText()).isEqualTo("198.51.100.7");
                        assertThat(flow.path("verdict").asText()).isEqualTo("SESSION");
                        assertThat(flow.path("service").toString()).contains("t1distproc");
                        assertThat(flow.path("end_time").asText()).isEqualTo(Long.toString(Zeek.END));
                    });
            assertThat(flows).map(flow -> flow.path("dst_address").asText()).contains("2001:db8::10");
        }
    }

    private List<JsonNode> read(ClusterHarness cluster, int count) throws Exception {
        String lines = run(
                MODULES,
                "node",
                "read.mjs",
                cluster.keys().get("kafka.bootstrap.servers"),
                cluster.keys().get("schema.registry.url"),
                cluster.config().topics().enrichedFlows().name(),
                Integer.toString(count));
        List<JsonNode> flows = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            flows.add(new JsonMapper().readTree(line));
        }
        return flows;
    }

    private void install() throws Exception {
        Files.createDirectories(MODULES);
        for (String file : List.of("package.json", "package-lock.json", "read.mjs")) {
            Files.copy(SCRIPTS.resolve(file), MODULES.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(MODULES.resolve("node_modules"))) {
            run(MODULES, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private String run(Path in, String... command) throws Exception {
        Path out = folder.resolve(command[0] + ".out");
        Path err = folder.resolve(command[0] + ".err");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(out) + Files.readString(err))
                .isTrue();
        return Files.readString(out);
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
