package io.portolan.bench;

import io.portolan.app.bench.Machine;
import io.portolan.documents.Rendered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of {@code docs/performance.md} that are measured. */
final class PerformanceDocument {
    private static final Path DOCUMENT = Path.of("docs/performance.md");
    /** The methods of {@link StepBenchmark} in the order in which a flow takes them. */
    private static final List<String> STEPS = List.of("label", "judge", "splice", "count");

    private static final int ROUNDED = 1_000;

    private PerformanceDocument() {}

    static void writeParsers(List<Speed> speeds) throws IOException {
        Rendered.section(DOCUMENT, "parsers").write(table(speeds));
        Rendered.section(DOCUMENT, "machine").write(machine());
    }

    static void writeSteps(Map<String, Measured> steps) throws IOException {
        StringBuilder table = new StringBuilder("""
                | Step | Nanoseconds of the processor a flow | Bytes allocated a flow |
                |---|--:|--:|
                """);
        for (String step : STEPS) {
            Measured measured = steps.get(step);
            table.append(
                    String.format(Locale.ROOT, "| %s | %.0f | %.0f |%n", step, measured.nanos(), measured.allocated()));
        }
        Rendered.section(DOCUMENT, "steps").write(table.toString());
        Rendered.section(DOCUMENT, "machine of the steps").write(machine());
    }

    /** Nanoseconds, a row for each size of the registry and a column for each number of rules. */
    static void writeGrowth(List<Growth> growth) throws IOException {
        List<Integer> rules =
                growth.stream().map(Growth::rules).distinct().sorted().toList();
        StringBuilder table = new StringBuilder("| Entries of the registry |");
        rules.forEach(number ->
                table.append(String.format(Locale.ROOT, " %,d %s |", number, number == 1 ? "rule" : "rules")));
        table.append("\n|--:|").append("--:|".repeat(rules.size())).append('\n');
        growth.stream().map(Growth::entries).distinct().sorted().forEach(entries -> {
            table.append(String.format(Locale.ROOT, "| %,d |", entries));
            growth.stream()
                    .filter(each -> each.entries() == entries)
                    .sorted(Comparator.comparingInt(Growth::rules))
                    .forEach(each -> table.append(String.format(
                            Locale.ROOT, " %.0f |", each.measured().nanos())));
            table.append('\n');
        });
        Rendered.section(DOCUMENT, "growth").write(table.toString());
        Rendered.section(DOCUMENT, "machine of the growth").write(machine());
    }

    private static String table(List<Speed> speeds) {
        return speeds.stream().map(PerformanceDocument::row).collect(Collectors.joining("", """
                        | Format | Log | Bytes a record | Flows a record | Flows a second | Bytes allocated a flow |
                        |---|---|--:|--:|--:|--:|
                        """, ""));
    }

    private static String row(Speed speed) {
        SampleLog log = speed.log();
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d | %.3g | %,d | %,d |%n",
                log.format().name(),
                log.file(),
                log.recordSize(),
                log.flowsPerRecord(),
                Math.round(speed.flows() / ROUNDED) * ROUNDED,
                Math.round(speed.allocated()));
    }

    private static String machine() throws IOException {
        Machine machine = Machine.here();
        return "Measured on %s: %s, %d processors, %s.%n"
                .formatted(LocalDate.now(ZoneOffset.UTC), machine.processor(), machine.processors(), machine.java());
    }
}
