package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job in a process of its own that is killed in the middle of its work and started again, or asked to end. */
class JobProcessTest {
    private static final int FLOWS = 60_000;

    @TempDir
    private Path folder;

    @Test
    void everyFlowIsThereExactlyOnceAfterTheJobWasKilledInTheMiddle() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            cluster.produce(IntStream.range(0, FLOWS)
                    .mapToObj(i ->
                            Zeek.tcp("C" + i, "198.51.100.7", 40000 + i % 20000, "192.0.2.10", 443, "SF", "ShADadFf"))
                    .toList());

            Process first = job(cluster);
            int committedBefore = cluster.enriched(1).size();
            first.destroyForcibly().waitFor();
            int committedAtKill = cluster.enriched(committedBefore).size();
            Process second = job(cluster);
            List<GenericRecord> flows = cluster.enriched(FLOWS);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(cluster.trafficFlows()).isEqualTo(FLOWS));
            second.destroyForcibly().waitFor();

            assertThat(committedAtKill).as("killed in the middle").isBetween(1, FLOWS - 1);
            assertThat(flows).hasSize(FLOWS);
            assertThat(flows).extracting(JobProcessTest::uid).doesNotHaveDuplicates();
        }
    }

    @Test
    void aJobThatIsAskedToEndEndsInOrder() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            cluster.produce(
                    List.of(Zeek.tcp("C1", "198.51.100.7", 40000, "192.0.2.10", 443, "SF", "ShADadFf"), "no flow"));

            Process job = job(cluster);
            assertThat(cluster.enriched(1)).hasSize(1);
            // The first stage may be through before the others have restored their stores.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(folder.resolve("job.log")).content().contains("portolan: running"));
            job.destroy();

            assertThat(job.waitFor(10, TimeUnit.SECONDS))
                    .as("ended within ten seconds")
                    .isTrue();
            assertThat(folder.resolve("job.log")).content().endsWith("portolan: stopped; dead letters: 1\n");
        }
    }

    /** {@code portolan run} in a process of its own. */
    private Process job(ClusterHarness cluster) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command = new ProcessBuilder(
                java,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                Main.class.getName(),
                "run",
                "--config",
                cluster.configFile(folder).toString());
        command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        File log = folder.resolve("job.log").toFile();
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static String uid(GenericRecord flow) {
        Map<?, ?> attributes = (Map<?, ?>) flow.get("attributes");
        return attributes.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals("uid"))
                .map(entry -> entry.getValue().toString())
                .findFirst()
                .orElseThrow();
    }
}
