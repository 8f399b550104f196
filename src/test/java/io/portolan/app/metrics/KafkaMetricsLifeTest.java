package io.portolan.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.rules.LiveRules;
import io.portolan.topology.JobCounters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's metrics come and go with its threads, on a real broker. */
@ExtendWith(LocalBrokerExtension.class)
class KafkaMetricsLifeTest {
    private static final Pattern THREAD = Pattern.compile("StreamThread-(\\d+)");

    private final MicrometerLog log = new MicrometerLog();

    @TempDir
    private Path folder;

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void aThreadThatEndedIsNoLongerShownAndOneThatCameIs(TestCluster cluster) throws Exception {
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream(cluster.createTopic("in", 2)).foreach((key, value) -> {});
        try (KafkaStreams streams = new KafkaStreams(topology.build(), settings(cluster));
                JobMetrics metrics = new JobMetrics(sources(streams))) {
            streams.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> streams.state() == KafkaStreams.State.RUNNING);
            assertThat(threads(metrics)).containsExactly(1, 2);
            int before = new Scrape(metrics.scrape()).series().size();

            assertThat(streams.removeStreamThread()).isPresent();
            assertThat(threads(metrics)).hasSize(1);
            assertThat(streams.addStreamThread()).isPresent();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Scrape scrape = new Scrape(metrics.scrape());
                assertThat(scrape.value("portolan_stream_threads_alive")).isEqualTo(2);
                assertThat(threads(metrics)).hasSize(2);
                assertThat(scrape.series()).hasSizeLessThanOrEqualTo(before + 5);
                assertThat(scrape.identities()).doesNotHaveDuplicates();
            });
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void aClosedJobIsNoLongerShown(TestCluster cluster) throws Exception {
        StreamsBuilder topology = new StreamsBuilder();
        topology.stream(cluster.createTopic("in", 1)).foreach((key, value) -> {});
        try (KafkaStreams streams = new KafkaStreams(topology.build(), settings(cluster))) {
            JobMetrics metrics = new JobMetrics(sources(streams));
            assertThat(metrics.scrape()).contains("kafka_stream_client_state");

            metrics.close();
            metrics.close();

            assertThat(metrics.scrape()).doesNotContain("kafka_stream_thread_process_total");
        }
    }

    private static Collection<Integer> threads(JobMetrics metrics) {
        Collection<Integer> numbers = new TreeSet<>();
        new Scrape(metrics.scrape())
                .series().stream()
                        .filter(series -> series.name().startsWith("kafka_"))
                        .forEach(series -> THREAD.matcher(series.labels().toString())
                                .results()
                                .forEach(found -> numbers.add(Integer.valueOf(found.group(1)))));
        return numbers;
    }

    private JobSources sources(KafkaStreams streams) {
        return new JobSources(
                new JobCounters(),
                new LiveRules(new PortolanConfig(Map.of())),
                new StreamsFacts(streams, 2, Set.of("in")),
                new RegistryFacts(streams, "port-registry", (topic, bytes) -> bytes),
                () -> 0,
                System::currentTimeMillis);
    }

    private Properties settings(TestCluster cluster) {
        Properties settings = new Properties();
        settings.putAll(cluster.clientProperties(Map.of(
                "application.id",
                cluster.unique("metrics"),
                "state.dir",
                folder.toString(),
                "num.stream.threads",
                2,
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                1_000,
                "default.key.serde",
                "org.apache.kafka.common.serialization.Serdes$ByteArraySerde",
                "default.value.serde",
                "org.apache.kafka.common.serialization.Serdes$ByteArraySerde")));
        return settings;
    }
}
