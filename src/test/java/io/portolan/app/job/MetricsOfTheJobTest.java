package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.metrics.Exposition;
import io.portolan.app.metrics.JobMetric;
import io.portolan.app.metrics.MicrometerLog;
import io.portolan.app.metrics.Promtool;
import io.portolan.app.metrics.Scrape;
import io.portolan.schema.PortAlert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job on a real broker tells Prometheus, against what stands in its topics. */
class MetricsOfTheJobTest {
    private static final List<String> RECORDS = List.of(
            Zeek.tcp("C1", "198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf"),
            Zeek.tcp("C2", "198.51.100.8", 51516, "192.0.2.11", 1274, "S0", "S"),
            Zeek.tcp("C3", "192.0.2.20", 1274, "198.51.100.8", 443, "SF", "ShADadFf"),
            Zeek.tcp("C4", "192.0.2.21", 40_000, "198.51.100.8", 443, "SF", "ShADadFf"),
            "no flow at all",
            "#fields\tts\tuid");
    private static final int FLOWS = 4;
    private static final int ALERTS = 2;

    @TempDir
    private static Path shared;

    private static MicrometerLog log;
    private static ClusterHarness cluster;
    private static Job job;
    private static Scrape scrape;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runOnce() throws Exception {
        log = new MicrometerLog();
        cluster = start(shared);
        job = Job.start(cluster.config());
        scrape = afterAll(cluster, job);
    }

    @AfterAll
    static void end() throws Exception {
        job.close();
        cluster.close();
        log.close();
    }

    @Test
    void everyFigureIsThatOfTheTopics() throws Exception {
        Map<String, Double> verdicts = new HashMap<>();
        scrape.series("portolan_flows_total").stream()
                .filter(series -> series.value() > 0)
                .forEach(series -> verdicts.put(series.labels().get("verdict"), series.value()));
        Map<String, Double> written = new HashMap<>();
        for (GenericRecord flow : cluster.enriched(FLOWS)) {
            written.merge(flow.get("verdict").toString(), 1.0, Double::sum);
        }
        assertThat(verdicts).isEqualTo(written).hasSize(4);

        Map<List<String>, Double> sorts = new HashMap<>();
        for (PortAlert alert : cluster.alerts(ALERTS)) {
            sorts.merge(
                    List.of(
                            alert.getSeverity().name(),
                            alert.getStory().name(),
                            alert.getPhase().name()),
                    1.0,
                    Double::sum);
        }
        assertThat(sorts)
                .allSatisfy(
                        (sort, count) -> assertThat(scrape.value("portolan_alerts_total", sort.toArray(String[]::new)))
                                .isEqualTo(count));
        assertThat(sum(scrape, "portolan_alerts_total")).isEqualTo(ALERTS);
        assertThat(scrape.value("portolan_stories_open", "SERVER")).isEqualTo(ALERTS);
        assertThat(scrape.value("portolan_dead_letters_total", "flows", "UNREADABLE"))
                .isEqualTo(1);
        assertThat(scrape.value("portolan_records_read_total", "flows")).isEqualTo(RECORDS.size());
        assertThat(scrape.value("portolan_records_without_flow_total", "header or comment of a Zeek log"))
                .isEqualTo(1);
        assertThat(scrape.value("portolan_event_time_seconds", "flows")).isEqualTo(Zeek.END / 1000.0);
        assertThat(scrape.value("portolan_event_time_lag_seconds", "flows")).isGreaterThan(80_000_000);
        assertThat(log.lines()).as("no metric is registered twice").isEmpty();
    }

    @Test
    void theStateOfTheJobIsTold() throws Exception {
        assertThat(scrape.value("portolan_registry_entries")).isEqualTo(2);
        assertThat(scrape.value("portolan_registry_info", "2020-01-02")).isEqualTo(1);
        assertThat(scrape.value("portolan_registry_version_timestamp_seconds")).isEqualTo(1_577_923_200);
        assertThat(scrape.value("portolan_label_table_rebuilds_total")).isPositive();
        assertThat(scrape.value("portolan_rules_in_force"))
                .isEqualTo(cluster.config().rules().all().size());
        assertThat(scrape.value("portolan_filters_in_force")).isZero();
        assertThat(scrape.value("portolan_rules_refused")).isZero();
        assertThat(scrape.value("portolan_streams_state", "RUNNING")).isEqualTo(1);
        assertThat(sum(scrape, "portolan_streams_state")).isEqualTo(1);
        assertThat(scrape.value("portolan_stream_threads_alive")).isEqualTo(2);
        assertThat(scrape.value("portolan_stream_threads_configured")).isEqualTo(2);
        assertThat(scrape.value("portolan_stream_threads_replaced_total")).isZero();

        // A release that is read by a running job shows, and takes the series of the one before away.
        cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2021-01-02");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new Scrape(job.metrics().scrape()).series("portolan_registry_info"))
                        .extracting(series -> series.labels().get("version"))
                        .containsExactly("2021-01-02"));
    }

    @Test
    void theExpositionIsAsPrometheusWantsIt() throws Exception {
        assertThat(scrape.families().values()).allSatisfy(family -> {
            assertThat(family.type()).isIn("counter", "gauge", "summary");
            assertThat(family.help()).isNotBlank();
        });
        assertThat(scrape.identities()).doesNotHaveDuplicates();
        assertThat(Stream.of(JobMetric.values()))
                .allSatisfy(metric -> assertThat(scrape.families().get(metric.exposed()))
                        .isNotNull()
                        .satisfies(family -> {
                            assertThat(family.labels()).containsExactlyInAnyOrderElementsOf(metric.labels());
                            assertThat(family.type()).isEqualTo(metric.isCounter() ? "counter" : "gauge");
                            assertThat(family.help()).isEqualTo(metric.help());
                        }));
        assertThat(scrape.series())
                .as("series of 2 threads and 6 partitions")
                .filteredOn(series ->
                        series.name().startsWith("kafka_") || series.name().startsWith("portolan_"))
                .hasSizeLessThan(600);
        assertThat(job.metrics().scrape(Exposition.OPEN_METRICS)).endsWith("# EOF\n");
        assertThat(Promtool.complaints(folder, scrape.text())).noneMatch(line -> line.startsWith("portolan_"));
    }

    @Test
    void aRebalanceLeavesNoSeriesBehindAndARestartKnowsTheStoriesThatAreOpen() throws Exception {
        try (ClusterHarness own = start(folder)) {
            try (Job first = Job.start(own.config())) {
                afterAll(own, first);
                try (Job second = Job.start(own.with(
                        Map.of("kafka.state.dir", folder.resolve("second").toString())))) {
                    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                        assertThat(partitions(first)).isNotEmpty().hasSizeLessThan(6);
                        assertThat(partitions(second))
                                .isNotEmpty()
                                .hasSize(6 - partitions(first).size());
                    });
                    assertThat(partitions(first)).doesNotContainAnyElementsOf(partitions(second));
                }
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(partitions(first)).hasSize(6));
            }
            try (Job again = Job.start(own.config())) {
                assertThat(again.awaitRunning()).isTrue();
                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    Scrape now = new Scrape(again.metrics().scrape());
                    assertThat(now.value("portolan_stories_open", "SERVER")).isEqualTo(ALERTS);
                    assertThat(sum(now, "portolan_alerts_total")).isZero();
                });
            }
        }
    }

    /** Partitions of the input that a lag is shown of, each once. */
    private static List<TopicPartition> partitions(Job of) {
        return new Scrape(of.metrics().scrape())
                .series("kafka_consumer_fetch_manager_records_lag").stream()
                        .map(Scrape.Series::labels)
                        .filter(labels -> ClusterHarness.FLOWS.equals(labels.get("topic")))
                        .map(labels ->
                                new TopicPartition(ClusterHarness.FLOWS, Integer.parseInt(labels.get("partition"))))
                        .toList();
    }

    private static double sum(Scrape of, String name) {
        return of.series(name).stream().mapToDouble(Scrape.Series::value).sum();
    }

    private static ClusterHarness start(Path folder) throws Exception {
        ClusterHarness started = ClusterHarness.start(folder, "zeek-conn");
        started.loadRegistry("t1distproc,1274,tcp,t1distproc,", "https,443,tcp,HTTP over TLS,2020-01-02");
        return started;
    }

    /** Sends the records, waits for all that comes of them, and scrapes when all of it is counted. */
    private static Scrape afterAll(ClusterHarness of, Job running) throws Exception {
        assertThat(running.awaitRunning()).isTrue();
        of.produce(RECORDS);
        assertThat(of.enriched(FLOWS)).hasSize(FLOWS);
        assertThat(of.alerts(ALERTS)).hasSize(ALERTS);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> new Scrape(running.metrics().scrape()),
                        now -> sum(now, "portolan_input_lag_records") == 0
                                && sum(now, "portolan_dead_letters_total") > 0
                                && !now.series("portolan_records_without_flow_total")
                                        .isEmpty()
                                && now.series("portolan_input_lag_records").size() == 1);
    }
}
