package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job in a process of its own that is asked to end; one that is killed is in {@code io.portolan.chaos}. */
class JobProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aJobThatIsAskedToEndEndsInOrder() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            cluster.produce(
                    List.of(Zeek.tcp("C1", "198.51.100.7", 40000, "192.0.2.10", 443, "SF", "ShADadFf"), "no flow"));

            try (JobProcess job = JobProcess.start(folder, "job", cluster.keys())) {
                assertThat(cluster.enriched(1)).hasSize(1);
                // The first stage may be through before the others have restored their stores.
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(job.text()).contains("portolan: running"));

                assertThat(job.stop()).isZero();
                assertThat(job.text()).endsWith("portolan: stopped; dead letters: 1\n");
            }
        }
    }
}
