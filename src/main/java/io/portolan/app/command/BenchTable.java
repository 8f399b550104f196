package io.portolan.app.command;

import io.portolan.app.bench.Score;
import io.portolan.app.bench.contender.Contender;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The scores for a person, beside those of the pass-through.
 *
 * @param scores that of the pass-through among them
 */
record BenchTable(List<Score> scores) {
    void print(PrintWriter out) {
        Score through = scores.stream()
                .filter(score -> score.name().equals(Contender.PASS_THROUGH.text()))
                .findFirst()
                .orElseThrow();
        Table table = new Table(
                "CONTENDER",
                "START S",
                "RECORDS/S",
                "RATIO",
                "CPU µs/RECORD",
                "RATIO",
                "WITHOUT JIT",
                "RATIO",
                "BYTES/RECORD");
        for (Score score : scores) {
            table.add(
                    score.name(),
                    cell("%.1f", score.startSeconds()),
                    cell("%,.0f", score.recordsPerSecond()),
                    cell("%.2f", score.rateTo(through)),
                    cell("%.2f", score.cpuMicros()),
                    cell("%.2f", score.cpuTo(through)),
                    cell("%.2f", score.warmMicros()),
                    cell("%.2f", score.warmTo(through)),
                    score.allocatedBytes() == null ? "–" : cell("%,.0f", score.allocatedBytes()));
        }
        table.print(out);
        out.flush();
    }

    private static String cell(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
