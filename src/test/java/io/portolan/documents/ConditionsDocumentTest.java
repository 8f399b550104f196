package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.bench.BenchReport;
import io.portolan.app.bench.Machine;
import io.portolan.app.bench.Score;
import io.portolan.app.bench.contender.Contender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The growth of the whole job in the documents is that of the reports that src/bench/conditions has left. */
class ConditionsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/performance.md");
    private static final Path SCRIPT = Path.of("src/bench/conditions");
    private static final Path REPORTS = Path.of("docs/performance/conditions");
    private static final String DEFAULT = "default";

    /** What is told of each report, in the order of the table. */
    private static final Map<String, String> CONDITIONS = conditions();

    private static Map<String, String> conditions() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(DEFAULT, "as by default");
        told.put("registry-1000", "port registry of 1,000 entries");
        told.put("registry-200000", "port registry of 200,000 entries");
        told.put("watched-none", "no flow on a watched port");
        told.put("watched-tenth", "one flow in ten on a watched port");
        told.put("flows-of-2000-bytes", "2,000 bytes more a flow");
        told.put("partitions-24", "24 partitions");
        told.put("threads-1", "1 thread");
        told.put("threads-4", "4 threads");
        told.put("instances-2", "2 instances of 1 thread");
        told.put("restart", "ended in the middle, and started anew without its disk");
        told.put("batch-16384", "`kafka.producer.batch.size=16384`, Kafka's own");
        told.put("batch-65536", "`kafka.producer.batch.size=65536`");
        told.put("linger-0", "`kafka.producer.linger.ms=0`");
        told.put("linger-100", "`kafka.producer.linger.ms=100`, that of Kafka Streams");
        told.put("compression-none", "`kafka.producer.compression.type=none`");
        told.put("compression-zstd", "`kafka.producer.compression.type=zstd`");
        told.put("commit-200", "`kafka.commit.interval.ms=200`");
        told.put("commit-5000", "`kafka.commit.interval.ms=5000`");
        told.put("poll-5000", "`kafka.consumer.max.poll.records=5000`");
        told.put("fetch-262144", "`kafka.consumer.fetch.min.bytes=262144`");
        return told;
    }

    @Test
    void theTableIsThatOfTheReports() throws IOException {
        StringBuilder table = new StringBuilder("""
                | Condition | Pass-through, CPU µs a record | Job | Ratio | Pass-through, records a second | Job | Ratio | Job, seconds to the first record |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Map.Entry<String, String> condition : CONDITIONS.entrySet()) {
            table.append(row(condition.getValue(), read(condition.getKey())));
        }

        Rendered.section(DOCUMENT, "conditions").isEqualTo(table.toString());
    }

    @Test
    void allWereMeasuredOnOneMachineWithAsManyFlows() throws IOException {
        BenchReport first = read(DEFAULT);
        Machine machine = first.machine();
        for (String condition : CONDITIONS.keySet()) {
            BenchReport report = read(condition);
            assertThat(report.machine()).as(condition).isEqualTo(machine);
            // Who is started anew has as many left as the others have in all.
            assertThat(report.restarted() ? report.flows() / 2 : report.flows())
                    .as(condition)
                    .isEqualTo(first.flows());
            assertThat(report.rounds()).as(condition).isEqualTo(first.rounds());
        }

        Rendered.section(DOCUMENT, "machine of the conditions")
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Measured on %s: %s, %d processors, %s, Kafka %s. Medians of %d rounds of %,d flows.%n",
                        first.date(),
                        machine.processor(),
                        machine.processors(),
                        machine.java(),
                        first.versions().get("kafka"),
                        first.rounds(),
                        first.flows()));
    }

    @Test
    void everyReportIsToldOfAndEveryConditionIsMeasuredByTheScript() throws IOException {
        List<String> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(REPORTS)) {
            files.forEach(file -> reports.add(file.getFileName().toString().replace(".json", "")));
        }
        List<String> measured = Files.readAllLines(SCRIPT).stream()
                .filter(line -> line.startsWith("measure "))
                .map(line -> line.split(" ", -1)[1])
                .toList();

        assertThat(reports).containsExactlyInAnyOrderElementsOf(CONDITIONS.keySet());
        assertThat(measured).containsExactlyInAnyOrderElementsOf(CONDITIONS.keySet());
    }

    private static BenchReport read(String condition) throws IOException {
        return BenchReport.read(REPORTS.resolve(condition + ".json"));
    }

    private static String row(String condition, BenchReport report) {
        Score through = Score.of(report.runs(), Contender.PASS_THROUGH).orElseThrow();
        Score job = Score.of(report.runs(), Contender.PORTOLAN).orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %,.0f | %,.0f | %.2f | %.1f |%n",
                condition,
                through.warmMicros(),
                job.warmMicros(),
                job.warmTo(through),
                through.recordsPerSecond(),
                job.recordsPerSecond(),
                job.rateTo(through),
                job.startSeconds());
    }
}
