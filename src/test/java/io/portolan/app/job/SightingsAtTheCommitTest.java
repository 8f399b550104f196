package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.schema.PortSighting;
import io.portolan.schema.SightingKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows on watched ports go to their stories together; with no transaction it can be seen when. */
class SightingsAtTheCommitTest {
    private static final Map<String, String> NO_COMMIT_BUT_THE_FIRST = Map.of(
            "kafka.processing.guarantee", "at_least_once",
            "kafka.num.stream.threads", "1",
            "kafka.commit.interval.ms", "3600000");

    @TempDir
    private Path folder;

    @Test
    void theyWaitForTheCommitOfTheirTask() throws Exception {
        try (ClusterHarness cluster = start()) {
            try (Job job = Job.start(cluster.config())) {
                begin(cluster, job);

                cluster.produce(0, watched(3));
                assertThat(cluster.enriched(4)).hasSize(4);

                assertThat(sightings(cluster)).isEmpty();
            }
            // The last commit is that of a job that ends.
            assertThat(sightings(cluster)).hasSize(3);
        }
    }

    @Test
    void moreThanMayWaitGoBefore() throws Exception {
        try (ClusterHarness cluster = start();
                Job job = Job.start(cluster.config())) {
            begin(cluster, job);

            cluster.produce(0, watched(1_100));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(sightings(cluster)).hasSizeBetween(1_000, 1_024));
        }
    }

    private ClusterHarness start() throws Exception {
        ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn", NO_COMMIT_BUT_THE_FIRST);
        cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,");
        return cluster;
    }

    /** A task commits its first flows at once, and waits for the interval from then on. */
    private static void begin(ClusterHarness cluster, Job job) throws Exception {
        assertThat(job.awaitRunning()).isTrue();
        cluster.produce(0, List.of(Zeek.tcp("198.51.100.1", 51515, "192.0.2.10", 443, "SF", "ShADadFf")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(records(cluster)).isNotEmpty());
    }

    private static List<String> watched(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Zeek.tcp("198.51.100." + i % 200, 50_000 + i, "192.0.2.10", 1274, "SF", "ShADadFf"))
                .toList();
    }

    private static List<PortSighting> sightings(ClusterHarness cluster) {
        return records(cluster).stream()
                .filter(sighting -> sighting.getKind() == SightingKind.FLOW)
                .toList();
    }

    private static List<PortSighting> records(ClusterHarness cluster) {
        String topic = cluster.config().topics().portSightings().name();
        return cluster.committed(topic).stream()
                .map(ConsumerRecord::value)
                .map(value -> (PortSighting) cluster.config().avro().specific().deserialize(topic, value))
                .toList();
    }
}
