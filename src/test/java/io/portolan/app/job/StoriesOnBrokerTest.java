package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryPhase;
import io.portolan.schema.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories on a real broker, where the flows of one come from several partitions and a job may end in the middle. */
class StoriesOnBrokerTest {
    private static final String FIELDS =
            "version srcaddr dstaddr srcport dstport protocol packets bytes start end action tcp-flags";
    private static final String REGISTRY = "t1distproc,1274,tcp,t1distproc,";
    private static final long BEGINNING = 1_700_000_000;
    private static final int SYN = 2;
    private static final int SYN_ACK = 18;

    @TempDir
    private Path folder;

    @Test
    void aReplyThatComesFromAnotherPartitionTurnsAnAttemptIntoASession() throws Exception {
        try (ClusterHarness cluster = start();
                Job job = Job.start(cluster.config())) {
            assertThat(job.awaitRunning()).isTrue();
            cluster.produce(0, List.of(flow("10.0.0.5", 50_000, "10.0.0.9", 1274, SYN, 0)));
            assertThat(cluster.alerts(1)).extracting(PortAlert::getVerdict).containsExactly(Verdict.PROBE);

            cluster.produce(5, List.of(flow("10.0.0.9", 1274, "10.0.0.5", 50_000, SYN_ACK, 1)));

            List<PortAlert> alerts = cluster.alerts(2);
            assertThat(alerts)
                    .extracting(PortAlert::getPhase, PortAlert::getVerdict)
                    .containsExactly(
                            tuple(StoryPhase.OPENED, Verdict.PROBE), tuple(StoryPhase.UPDATED, Verdict.SESSION));
            assertThat(alerts)
                    .extracting(PortAlert::getDedupKey)
                    .containsOnly(alerts.get(0).getDedupKey());
            assertThat(alerts.get(1).getOrigin().getPartition()).isEqualTo(5);
        }
    }

    @Test
    void aStoryOutlivesTheJobAndItsDiskAndEndsByTheTimeOfOtherFlows() throws Exception {
        try (ClusterHarness cluster = start()) {
            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(flow("10.0.0.9", 1274, "10.0.0.5", 50_000, SYN_ACK, 0)));
                assertThat(cluster.alerts(1)).hasSize(1);
            }
            try (Job job = Job.start(withStateIn(cluster, "elsewhere"))) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(flow("10.0.0.9", 1274, "203.0.113.5", 50_000, SYN_ACK, 60)));
                assertThat(cluster.alerts(2)).last().satisfies(alert -> {
                    assertThat(alert.getChange()).isEqualTo("The severity was medium and is high.");
                    assertThat(alert.getFlows()).isEqualTo(2);
                });

                cluster.produce(List.of(flow("10.0.0.5", 50_001, "10.0.0.8", 443, SYN, 4_000)));

                assertThat(cluster.alerts(3)).last().satisfies(alert -> {
                    assertThat(alert.getPhase()).isEqualTo(StoryPhase.CLOSED);
                    assertThat(alert.getUpdate()).isEqualTo(2);
                    assertThat(alert.getClients()).containsExactly("10.0.0.5", "203.0.113.5");
                });
            }
        }
    }

    @Test
    void aScanOverAllPartitionsIsOneStoryOfAllItsTargets() throws Exception {
        int targets = 200;
        try (ClusterHarness cluster = start();
                Job job = Job.start(cluster.config())) {
            assertThat(job.awaitRunning()).isTrue();
            for (int partition = 0; partition < 4; partition++) {
                int from = partition * targets / 4;
                cluster.produce(
                        partition,
                        IntStream.range(from, from + targets / 4)
                                .mapToObj(i -> flow("203.0.113.7", 40_000, "10.0.1." + i, 1274, SYN, i / 10))
                                .toList());
            }
            // Two targets until it is known for a scanner, the scan, and the two that become part of it.
            assertThat(cluster.alerts(5)).hasSize(5);

            cluster.produce(List.of(flow("10.0.0.5", 50_001, "10.0.0.8", 443, SYN, 10_000)));

            assertThat(cluster.alerts(6)).hasSize(6).last().satisfies(alert -> {
                assertThat(alert.getDedupKey()).endsWith("/scan/203.0.113.7/1274/tcp");
                assertThat(alert.getPhase()).isEqualTo(StoryPhase.CLOSED);
                assertThat(alert.getFlows()).isEqualTo(targets);
                assertThat(alert.getTargets()).isBetween(190L, 210L);
            });
        }
    }

    @Test
    void aScannerIsRememberedWhenTheJobAndItsDiskAreGone() throws Exception {
        try (ClusterHarness cluster = start()) {
            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(
                        flow("203.0.113.7", 40_000, "10.0.1.1", 1274, SYN, 0),
                        flow("203.0.113.7", 40_000, "10.0.1.2", 1274, SYN, 1)));
                assertThat(cluster.alerts(2)).hasSize(2);
            }
            try (Job job = Job.start(withStateIn(cluster, "elsewhere"))) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(flow("203.0.113.7", 40_000, "10.0.1.3", 1274, SYN, 2)));

                assertThat(cluster.alerts(5))
                        .filteredOn(alert -> alert.getDedupKey().endsWith("/scan/203.0.113.7/1274/tcp"))
                        .singleElement()
                        .satisfies(alert -> assertThat(alert.getTargets()).isEqualTo(3));
            }
        }
    }

    private ClusterHarness start() throws Exception {
        ClusterHarness cluster = ClusterHarness.start(folder, "aws-vpc", Map.of("input.flows.fields", FIELDS));
        cluster.loadRegistry(REGISTRY);
        return cluster;
    }

    private PortolanConfig withStateIn(ClusterHarness cluster, String state) throws Exception {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        keys.put("kafka.state.dir", folder.resolve(state).toString());
        return new PortolanConfig(keys);
    }

    private static String flow(String src, int srcPort, String dst, int dstPort, int flags, long second) {
        return "5 %s %s %d %d 6 1 60 %d %d ACCEPT %d"
                .formatted(src, dst, srcPort, dstPort, BEGINNING + second, BEGINNING + second, flags);
    }
}
