package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.BenchPlot;
import io.portolan.app.bench.BenchReport;
import io.portolan.app.bench.Machine;
import io.portolan.app.bench.ProfileReport;
import io.portolan.app.bench.Score;
import io.portolan.app.bench.Work;
import io.portolan.app.bench.contender.Contender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparison in the documents is that of the report that is kept beside them. */
class BenchDocumentTest {
    private static final Path README = Path.of("README.md");
    private static final Path DOCUMENT = Path.of("docs/performance.md");
    private static final Path REPORT = Path.of("docs/performance/bench.json");
    private static final Path FOLDER = Path.of("docs/performance");
    /** What is compared beside the program's own contenders says nothing of itself. */
    private static final Map<String, String> BESIDE = Map.of(
            "flink", "Flink, the registry as broadcast state, specific records",
            "flink-10s", "the same with a checkpoint every ten seconds");

    private static final Path PLOT = Path.of("docs/performance/bench.svg");

    @Test
    void theTableIsThatOfTheReport() throws IOException {
        BenchReport report = BenchReport.read(REPORT);
        Score through = Score.of(report.runs(), Contender.PASS_THROUGH).orElseThrow();
        StringBuilder table = new StringBuilder("""
                | Contender | What it is | Seconds to the first record | Records a second | Ratio | CPU µs a record | Ratio | Without Java's compilers | Ratio | Bytes allocated a record |
                |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Score score : report.scores()) {
            table.append(row(score, through));
        }

        Rendered.section(DOCUMENT, "the whole job").isEqualTo(table.toString());
    }

    @Test
    void whatTheReadMeSaysOfTheCostIsThatOfTheReport() throws IOException {
        BenchReport report = BenchReport.read(REPORT);
        Score through = Score.of(report.runs(), Contender.PASS_THROUGH).orElseThrow();
        Score job = Score.of(report.runs(), Contender.PORTOLAN_EXACTLY_ONCE).orElseThrow();
        Score obvious = Score.of(report.runs(), Contender.OBVIOUS_ROCKSDB).orElseThrow();
        Score flink = report.scores().stream()
                .filter(score -> score.name().equals("flink-10s"))
                .findFirst()
                .orElseThrow();

        Rendered.section(README, "cost")
                .isEqualTo(String.format(
                        Locale.ROOT,
                        """
                On %d processors, which the broker works on as well, the job writes %,.0f labelled flows a second, exactly once, and takes
                %.2f times the processor time that Kafka Streams takes to move their bytes. A `GlobalKTable` in RocksDB and two joins take %.1f
                times as much as that, and a Flink job of the same task %.1f times ([measured](docs/performance.md) side by side, %s).
                """,
                        report.machine().processors(),
                        job.recordsPerSecond(),
                        job.cpuTo(through),
                        obvious.cpuTo(through),
                        flink.cpuTo(through),
                        report.date()));
    }

    @Test
    void machineAndSettingsAreThoseOfTheReport() throws IOException {
        BenchReport report = BenchReport.read(REPORT);
        Machine machine = report.machine();

        Rendered.section(DOCUMENT, "machine of the whole job")
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Measured on %s: %s, %d processors, %s, Kafka %s. Medians of %d rounds of %,d flows of %.0f bytes in the"
                                + " mean, %d partitions, %d threads.%n",
                        report.date(),
                        machine.processor(),
                        machine.processors(),
                        machine.java(),
                        report.versions().get("kafka"),
                        report.rounds(),
                        report.flows(),
                        report.flowBytes(),
                        report.partitions(),
                        report.threads()));
    }

    @Test
    void thePlotIsThatOfTheReport() throws IOException {
        Rendered.file(PLOT).isEqualTo(BenchPlot.svg(BenchReport.read(REPORT)));
    }

    @Test
    void theProfileIsThatOfTheRecording() throws IOException {
        List<ProfileReport> reports = ProfileReport.read(FOLDER);
        StringBuilder table = new StringBuilder("""
                | Whose code | What it does | Pass-through, µs a record | Share | Job, µs a record | Share |
                |---|---|--:|--:|--:|--:|
                """);
        for (Work work : Work.values()) {
            table.append(String.format(Locale.ROOT, "| %s | %s |", work.owner(), work.text()));
            reports.forEach(report -> table.append(share(report, report.share(work))));
            table.append('\n');
        }
        table.append("| all | |");
        reports.forEach(report -> table.append(share(report, 1)));

        Rendered.section(DOCUMENT, "profile").isEqualTo(table.append('\n').toString());
    }

    private static String share(ProfileReport report, double share) {
        return String.format(Locale.ROOT, " %.2f | %.0f %% |", share * report.warmMicros(), 100 * share);
    }

    @Test
    void everyContenderHasRunInEveryRoundOnAsManyFlowsAsByDefault() throws IOException {
        BenchReport report = BenchReport.read(REPORT);

        String[] own = Arrays.stream(Contender.values()).map(Contender::text).toArray(String[]::new);
        assertThat(report.flows()).isGreaterThanOrEqualTo(3_000_000);
        assertThat(report.runs()).hasSize(report.rounds() * report.scores().size());
        assertThat(report.scores()).extracting(Score::name).startsWith(own);
    }

    private static String row(Score score, Score through) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %,.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %s |%n",
                score.name(),
                description(score.name()),
                score.startSeconds(),
                score.recordsPerSecond(),
                score.rateTo(through),
                score.cpuMicros(),
                score.cpuTo(through),
                score.warmMicros(),
                score.warmTo(through),
                score.allocatedBytes() == null ? "–" : String.format(Locale.ROOT, "%,.0f", score.allocatedBytes()));
    }

    private static String description(String name) {
        return BESIDE.containsKey(name)
                ? BESIDE.get(name)
                : Contender.named(name).description();
    }
}
