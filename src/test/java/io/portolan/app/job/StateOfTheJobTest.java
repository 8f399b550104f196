package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.app.query.AlertQuery;
import io.portolan.app.query.JobState;
import io.portolan.app.query.ServerQuery;
import io.portolan.registry.PortKey;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortServer;
import io.portolan.schema.PortTraffic;
import io.portolan.schema.StoryKind;
import io.portolan.schema.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running job answers when it is asked is what it has written to its topics. */
class StateOfTheJobTest {
    private static final Instant MINUTE = Instant.parse("2023-11-14T22:13:00Z");
    private static final List<String> FLOWS = List.of(
            Zeek.tcp("198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf"),
            Zeek.tcp("198.51.100.8", 51516, "192.0.2.10", 1274, "SF", "ShADadFf"),
            Zeek.tcp("198.51.100.9", 51517, "192.0.2.11", 1274, "S0", "S"),
            Zeek.tcp("198.51.100.9", 51518, "192.0.2.12", 1274, "S0", "S"),
            Zeek.tcp("198.51.100.9", 51519, "192.0.2.13", 1274, "S0", "S"),
            Zeek.tcp("198.51.100.7", 51520, "192.0.2.20", 443, "SF", "ShADadFf"));

    @TempDir
    private Path folder;

    @Test
    void trafficServersAlertsAndTheRegistryAreAnsweredFromTheStores() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,http over TLS,2021-10-01");
            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(FLOWS);
                JobState state = job.state();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(state.traffic(MINUTE, MINUTE.plusSeconds(60)))
                                .extracting(PortTraffic::getFlows)
                                .containsExactlyInAnyOrder(2L, 3L, 1L));

                assertTraffic(state);
                assertServers(state);
                assertAlerts(state);
                assertRegistry(state);
            }
        }
    }

    private static void assertTraffic(JobState state) {
        assertThat(state.newestMinute()).contains(MINUTE);
        assertThat(state.traffic(MINUTE, MINUTE.plusSeconds(60)))
                .extracting(PortTraffic::getService, PortTraffic::getVerdict, PortTraffic::getFlows)
                .containsExactlyInAnyOrder(
                        tuple("https", Verdict.NONE, 1L),
                        tuple("t1distproc", Verdict.PROBE, 3L),
                        tuple("t1distproc", Verdict.SESSION, 2L));
        assertThat(state.traffic(MINUTE.minusSeconds(60), MINUTE)).isEmpty();
        assertThat(state.traffic(MINUTE.plusSeconds(60), MINUTE.plusSeconds(120)))
                .isEmpty();
    }

    private static void assertServers(JobState state) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(state.servers(ServerQuery.any(10)))
                        .extracting(PortServer::getAddress, PortServer::getClients)
                        .containsExactly(tuple("192.0.2.10", 2L)));
        assertThat(state.server("192.0.2.10:1274/tcp")).isPresent();
        assertThat(state.server("192.0.2.20:443/tcp")).isEmpty();
        assertThat(state.servers(new ServerQuery(Optional.empty(), OptionalInt.of(443), Set.of(), 10)))
                .isEmpty();
    }

    private static void assertAlerts(JobState state) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(state.alerts(AlertQuery.any(10)))
                        .extracting(PortAlert::getStory)
                        .contains(StoryKind.SERVER, StoryKind.SCAN));
        Awaitility.await()
                .untilAsserted(() -> assertThat(state.alerts(naming("192.0.2.10")))
                        .extracting(alert -> alert.getServer().getAddress())
                        .containsExactly("192.0.2.10"));
        List<PortAlert> all = state.alerts(AlertQuery.any(10));
        assertThat(all).extracting(PortAlert::getDedupKey).doesNotHaveDuplicates();
        assertThat(state.alerts(AlertQuery.any(1))).containsExactly(all.get(0));
        assertThat(state.alert(all.get(0).getDedupKey())).contains(all.get(0));
    }

    private static AlertQuery naming(String address) {
        return new AlertQuery(Optional.of(address), OptionalInt.empty(), Set.of(), Optional.empty(), 10);
    }

    private static void assertRegistry(JobState state) {
        assertThat(state.assignment(PortKey.parse("tcp/1274")))
                .map(PortAssignment::getNames)
                .contains(List.of("t1distproc"));
        assertThat(state.assignment(PortKey.parse("tcp/9"))).isEmpty();
        assertThat(state.assignments()).hasSize(2);
        assertThat(state.registryVersion()).contains("2021-10-01");
    }
}
