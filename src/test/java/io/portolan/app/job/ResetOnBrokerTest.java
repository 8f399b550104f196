package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.Suite;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.reset.JobReset;
import io.portolan.app.reset.ReplayFrom;
import io.portolan.app.reset.ResetPlan;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryPhase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job that is taken back, with either rebalance protocol. */
@Timeout(180)
class ResetOnBrokerTest {
    private static final int FLOWS = 60;
    private static final Set<String> CHANGELOGS = Set.of(
            "portolan-scan-alerts-changelog",
            "portolan-scans-changelog",
            "portolan-server-alerts-changelog",
            "portolan-servers-changelog",
            "portolan-stories-changelog",
            "portolan-traffic-changelog");

    @TempDir
    private Path folder;

    static Stream<String> protocols() {
        return Suite.of(1, "classic", "streams");
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aResetJobReadsEveryFlowOnceMoreAndKnowsNoStory(String protocol) throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            cluster.produce(flows());
            PortolanConfig config = speaking(cluster, protocol);
            runUntil(cluster, config, FLOWS, 1);

            try (JobReset reset = new JobReset(config)) {
                ResetPlan plan = reset.plan(new ReplayFrom.Start());
                assertThat(plan.topics().inputs()).containsExactly("flows");
                assertThat(plan.topics().between())
                        .containsExactly("port-probes", "port-server-parts", "port-sightings", "port-traffic-parts");
                assertThat(plan.topics().outputs())
                        .containsExactly(
                                "flow-logs-dead-letter",
                                "flow-logs-enriched",
                                "port-alerts",
                                "port-servers",
                                "port-traffic-1m");
                assertThat(plan.deleted()).isEqualTo(CHANGELOGS);
                assertThat(plan.members()).isEmpty();
                assertThat(plan.moves("flows")).allMatch(move -> move.after() == 0);
                assertThat(plan.moves("flows").stream()
                                .mapToLong(move -> move.again())
                                .sum())
                        .isGreaterThanOrEqualTo(FLOWS);
                assertThat(plan.state().exists()).isTrue();

                reset.run(plan);

                assertThat(plan.state().exists()).isFalse();
            }
            assertThat(topics(config)).doesNotContainAnyElementsOf(CHANGELOGS);
            runUntil(cluster, config, 2 * FLOWS, 2);

            List<GenericRecord> enriched = cluster.enriched(2 * FLOWS);
            assertThat(enriched).hasSize(2 * FLOWS);
            assertThat(enriched.stream()
                            .map(flow -> flow.get("attributes").toString())
                            .distinct())
                    .hasSize(FLOWS);
            List<PortAlert> alerts = cluster.alerts(2);
            assertThat(alerts.stream().filter(alert -> alert.getPhase() == StoryPhase.OPENED))
                    .as("the story is new to the replay")
                    .hasSize(2);
        }
    }

    @Test
    void aJobThatRunsIsNotResetAndItsMembersAreNamed() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,2015-07-15");
            cluster.produce(flows());
            try (Job job = Job.start(cluster.config());
                    JobReset reset = new JobReset(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                assertThat(cluster.enriched(FLOWS)).hasSize(FLOWS);
                ResetPlan plan = reset.plan(new ReplayFrom.Start());
                assertThat(reset.plan(new ReplayFrom.Committed()).moves("flows"))
                        .allMatch(move -> move.again() == 0 && move.skipped() == 0)
                        .anyMatch(move -> move.after() > 0);

                assertThatThrownBy(() -> reset.run(plan))
                        .isInstanceOf(KafkaException.class)
                        .hasMessageStartingWith("group portolan has members: portolan-")
                        .hasMessageContaining("StreamThread-1-consumer on /127.0.0.1");
                assertThat(plan.state().exists()).isTrue();
                assertThat(topics(cluster.config())).contains("portolan-stories-changelog");
            }
        }
    }

    @Test
    void aReplayMayBeginAtATimeOrAnOffset() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn");
                JobReset reset = new JobReset(cluster.config())) {
            cluster.produce(0, flows());

            assertThat(afters(reset, new ReplayFrom.Committed()))
                    .as("nothing is committed yet")
                    .isZero();
            assertThat(afters(reset, new ReplayFrom.Offset(20))).isEqualTo(20);
            assertThat(afters(reset, new ReplayFrom.Offset(1_000))).isEqualTo(FLOWS);
            assertThat(afters(reset, new ReplayFrom.Time(Instant.EPOCH))).isZero();
            assertThat(afters(reset, new ReplayFrom.Time(Instant.now().plusSeconds(3600))))
                    .isEqualTo(FLOWS);
        }
    }

    private static long afters(JobReset reset, ReplayFrom from) {
        return reset.plan(from).moves("flows").stream()
                .mapToLong(move -> move.after())
                .sum();
    }

    private static void runUntil(ClusterHarness cluster, PortolanConfig config, int flows, int alerts)
            throws InterruptedException {
        try (Job job = Job.start(config)) {
            assertThat(job.awaitRunning()).isTrue();
            assertThat(cluster.enriched(flows)).hasSize(flows);
            assertThat(cluster.alerts(alerts)).hasSizeGreaterThanOrEqualTo(alerts);
        }
    }

    /** Without the session of the tests, which is a setting of the classic protocol. */
    private static PortolanConfig speaking(ClusterHarness cluster, String protocol) {
        Map<String, String> keys = new HashMap<>(cluster.keys());
        keys.keySet().removeAll(Set.of("kafka.session.timeout.ms", "kafka.heartbeat.interval.ms"));
        keys.put("kafka.group.protocol", protocol);
        return new PortolanConfig(keys);
    }

    private static Set<String> topics(PortolanConfig config) throws Exception {
        try (Admin admin = Admin.create(config.kafkaClient())) {
            return admin.listTopics().names().get();
        }
    }

    private static List<String> flows() {
        return IntStream.range(0, FLOWS)
                .mapToObj(i -> Zeek.tcp("C" + i, "198.51.100.7", 40000 + i, "192.0.2.10", 1274, "SF", "ShADadFf"))
                .toList();
    }
}
