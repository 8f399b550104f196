package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.schema.PortServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsOnBrokerTest {
    private static final int PARTITIONS = 6;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"exactly_once_v2", "at_least_once"})
    void theTasksOfAThreadSendOnePartOfWhatTheyHaveAllCounted(String guarantee) throws Exception {
        Map<String, String> keys = Map.of(
                "kafka.processing.guarantee", guarantee,
                "kafka.num.stream.threads", "1",
                "kafka.commit.interval.ms", "2000");
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", keys)) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,");
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String client = "198.51.100." + partition;
                cluster.produce(partition, List.of(Zeek.tcp(client, 51515, "192.0.2.10", 1274, "SF", "ShADadFf")));
            }

            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(flows(last(cluster))).isEqualTo(PARTITIONS));
            }

            assertThat(last(cluster))
                    .hasValueSatisfying(
                            server -> assertThat(server.getClients()).isEqualTo(PARTITIONS));
            assertThat(records(
                            cluster, cluster.config().topics().portServerParts().name()))
                    .hasSizeLessThan(PARTITIONS)
                    .extracting(PortServer::getFlows)
                    .satisfies(flows -> assertThat(
                                    flows.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(PARTITIONS));
        }
    }

    private static long flows(Optional<PortServer> server) {
        return server.map(PortServer::getFlows).orElse(0L);
    }

    private static Optional<PortServer> last(ClusterHarness cluster) {
        List<PortServer> sums =
                records(cluster, cluster.config().topics().portServers().name());
        return sums.isEmpty() ? Optional.empty() : Optional.of(sums.get(sums.size() - 1));
    }

    private static List<PortServer> records(ClusterHarness cluster, String topic) {
        return cluster.committed(topic).stream()
                .map(ConsumerRecord::value)
                .map(value -> (PortServer) cluster.config().avro().specific().deserialize(topic, value))
                .toList();
    }
}
