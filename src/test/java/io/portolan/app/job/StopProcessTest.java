package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job that is asked to end (SIGTERM), whatever it is doing: it ends within ten seconds, and loses nothing. */
@Timeout(240)
class StopProcessTest {
    private static final int FLOWS = 40_000;

    @TempDir
    private Path folder;

    @Test
    void inTheMiddleOfItsWorkItEndsWithoutAFaultAndEveryFlowIsThereOnce() throws Exception {
        try (ClusterHarness cluster = cluster()) {
            cluster.produce(flows());
            int before;
            try (JobProcess job = JobProcess.start(folder, "one", cluster.keys())) {
                cluster.enriched(1);

                assertThat(job.stop()).isZero();
                assertThat(job.text())
                        .contains("portolan: stopped; dead letters: 0")
                        .doesNotContain("did not stop");
                before = cluster.enriched(1).size();
            }
            try (JobProcess job = JobProcess.start(folder, "two", cluster.keys())) {
                List<GenericRecord> all = cluster.enriched(FLOWS);

                assertThat(before).as("stopped in the middle").isBetween(1, FLOWS - 1);
                assertThat(all.size()).as("%s", job.text()).isEqualTo(FLOWS);
                assertThat(all.stream()
                                .map(flow -> flow.get("attributes").toString())
                                .distinct())
                        .hasSize(FLOWS);
                assertThat(job.stop()).isZero();
            }
        }
    }

    @Test
    void whileTheBrokerIsAwayItEnds() throws Exception {
        try (ClusterHarness cluster = cluster();
                JobProcess job = JobProcess.start(folder, "one", cluster.keys())) {
            cluster.produce(flows());
            cluster.enriched(1);
            cluster.stopBroker();

            // Whether it is in order depends on what it was waiting for.
            assertThat(job.stop()).isBetween(0, 1);
            cluster.startBroker();
        }
    }

    @Test
    void whileItWaitsForAClusterThatDoesNotAnswerItEnds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ClusterHarness cluster = cluster()) {
            Map<String, String> keys = new HashMap<>(cluster.keys());
            keys.put("kafka.bootstrap.servers", "127.0.0.1:" + silent.getLocalPort());
            try (JobProcess job = JobProcess.start(folder, "one", keys);
                    Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();

                assertThat(job.stop()).isZero();
            }
        }
    }

    @Test
    void whileItIsJoiningItsGroupItEnds() throws Exception {
        try (ClusterHarness cluster = cluster();
                JobProcess job = JobProcess.start(folder, "one", cluster.keys())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> job.text().contains("The rebalance protocol is"));

            assertThat(job.stop()).isZero();
        }
    }

    private ClusterHarness cluster() throws Exception {
        ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn");
        cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
        return cluster;
    }

    private static List<String> flows() {
        return IntStream.range(0, FLOWS)
                .mapToObj(
                        i -> Zeek.tcp("C" + i, "198.51.100.7", 40000 + i % 20000, "192.0.2.10", 443, "SF", "ShADadFf"))
                .toList();
    }
}
