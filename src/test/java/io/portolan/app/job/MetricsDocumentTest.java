package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.portolan.app.metrics.JobMetric;
import io.portolan.app.metrics.Scrape;
import io.portolan.documents.Rendered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/metrics.md lists what a running job exposes: its own figures from their definitions, all others from a scrape. */
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/metrics.md");

    /** What comes with the first event of its kind, or with the collector that this machine's Java chooses. */
    private static final Pattern SOMETIMES = Pattern.compile("jvm_gc_(pause|concurrent).*");

    private static final Pattern FIGURE = Pattern.compile("\\bportolan_[a-z_]*[a-z]");

    @TempDir
    private Path folder;

    @Test
    void theFiguresOfTheJobAreThoseOfTheCode() {
        Rendered.section(DOCUMENT, "job")
                .isEqualTo("| Metric | Labels | Says | What to do |\n|---|---|---|---|\n"
                        + Arrays.stream(JobMetric.values())
                                .map(metric -> "| `%s` | %s | %s | %s |\n"
                                        .formatted(
                                                metric.exposed(),
                                                spans(metric.labels()),
                                                metric.help(),
                                                metric.advice()))
                                .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/metrics.md", "docs/operations.md"})
    void aDocumentNamesNoFigureThatThereIsNot(String document) throws IOException {
        Set<String> exposed =
                Arrays.stream(JobMetric.values()).map(JobMetric::exposed).collect(Collectors.toSet());

        assertThat(FIGURE.matcher(Files.readString(Path.of(document))).results().map(MatchResult::group))
                .isSubsetOf(exposed);
    }

    @Test
    void whatElseIsExposedIsThatOfARunningJob() throws Exception {
        try (ClusterHarness cluster = ClusterHarness.start(folder, "zeek-conn")) {
            cluster.loadRegistry("t1distproc,1274,tcp,t1distproc,");
            try (Job job = Job.start(cluster.config())) {
                assertThat(job.awaitRunning()).isTrue();
                cluster.produce(List.of(
                        Zeek.tcp("C1", "198.51.100.7", 51515, "192.0.2.10", 1274, "SF", "ShADadFf"), "no flow at all"));
                assertThat(cluster.alerts(1)).hasSize(1);
                Scrape scrape = await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> new Scrape(job.metrics().scrape()),
                                now -> !now.series("kafka_consumer_fetch_manager_records_lag")
                                        .isEmpty());

                Rendered.section(DOCUMENT, "kafka").isEqualTo(table(scrape, name -> name.startsWith("kafka_")));
                Rendered.section(DOCUMENT, "process")
                        .isEqualTo(table(
                                scrape,
                                name -> !name.startsWith("kafka_")
                                        && !name.startsWith("portolan_")
                                        && !SOMETIMES.matcher(name).matches()));
            }
        }
    }

    private static String table(Scrape scrape, Predicate<String> names) {
        return "| Metric | Type | Labels | Says |\n|---|---|---|---|\n"
                + scrape.families().values().stream()
                        .filter(family -> names.test(family.name()))
                        .map(family -> "| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        family.name(),
                                        family.type(),
                                        spans(family.labels()),
                                        family.help().replace("|", "\\|")))
                        .collect(Collectors.joining());
    }

    private static String spans(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
