package io.portolan.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A comparison as tables of texts, for a terminal and for a document; the first row of each has the titles. */
public final class ComparisonText {
    private ComparisonText() {}

    /** Conversations by truth, a row each, and by what was said. */
    public static List<List<String>> verdicts(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>(List.of("TRUTH"));
        for (Finding said : Finding.values()) {
            titles.add("said " + said.text());
        }
        rows.add(titles);
        comparison.table().forEach((truth, row) -> {
            List<String> cells = new ArrayList<>(List.of(truth.text()));
            for (Finding said : Finding.values()) {
                cells.add(Long.toString(row.getOrDefault(said, 0L)));
            }
            rows.add(cells);
        });
        return rows;
    }

    /** Portolan's scores, and below them those of the heuristics. */
    public static List<List<String>> scores(Comparison comparison) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ALERT IF", "alerts", "true", "false", "missed", "precision", "recall"));
        rows.add(row("Portolan, above informational", comparison.alerted()));
        rows.add(row("Portolan, any level", comparison.any()));
        for (Map.Entry<Heuristic, Score> entry : comparison.heuristics().entrySet()) {
            rows.add(row(entry.getKey().text(), entry.getValue()));
        }
        return rows;
    }

    /** How many conversations were compared. */
    public static long conversations(Comparison comparison) {
        return comparison.table().values().stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(count -> count)
                .sum();
    }

    /** The conversations that were judged wrong, a line each. */
    public static List<String> wrong(Comparison comparison) {
        return comparison.wrong().stream()
                .map(wrong -> "%s %s: %s, said %s, alert %s%s"
                        .formatted(
                                wrong.judged().place(),
                                wrong.judged().conversation(),
                                wrong.truth().text(),
                                wrong.judged().said().text(),
                                wrong.judged()
                                        .level()
                                        .map(level -> level.name().toLowerCase(Locale.ROOT))
                                        .orElse("none"),
                                wrong.judged()
                                        .summary()
                                        .map(text -> ": " + text)
                                        .orElse("")))
                .toList();
    }

    private static List<String> row(String name, Score score) {
        return List.of(
                name,
                Long.toString(score.alerts()),
                Long.toString(score.right()),
                Long.toString(score.wrong()),
                Long.toString(score.missed()),
                percent(score.precision()),
                percent(score.recall()));
    }

    private static String percent(OptionalDouble part) {
        return part.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * part.getAsDouble());
    }
}
