package io.portolan.app.evaluate;

import io.portolan.documents.Rendered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/detection.md says of the scenarios is what comes out of them. */
class ScenarioDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/detection.md");

    @TempDir
    private Path folder;

    @Test
    void theResultsOfAllScenariosAreThoseOfTheDocument() {
        ScenarioRun run = new ScenarioRun(folder);
        List<Comparison> comparisons =
                Scenario.all().stream().map(scenario -> compared(run, scenario)).toList();
        Comparison all = comparisons.stream().reduce(Comparison::plus).orElseThrow();

        Rendered.section(DOCUMENT, "scenario results")
                .isEqualTo(table(ComparisonText.verdicts(all)) + "\n" + table(ComparisonText.scores(all)));
    }

    @Test
    void theScenariosAreThoseOfTheDocument() {
        StringBuilder rows = new StringBuilder("| Scenario | Format | Truth | Said | Alert |\n|---|---|---|---|---|\n");
        for (Scenario scenario : Scenario.all()) {
            rows.append("| %s: %s | %s | %s | %s | %s |\n"
                    .formatted(
                            scenario.name(),
                            scenario.why(),
                            scenario.format(),
                            each(scenario, known -> known.truth().text()),
                            each(scenario, known -> known.said().text()),
                            each(scenario, Scenario.Known::severity)));
        }

        Rendered.section(DOCUMENT, "scenarios").isEqualTo(rows.toString());
    }

    private static Comparison compared(ScenarioRun run, Scenario scenario) {
        Evaluation evaluation = run.of(scenario);
        List<Finding> truths = evaluation.judged().stream()
                .map(judged -> scenario.known(judged.conversation()).truth())
                .toList();
        return Comparison.of(evaluation, truths);
    }

    private interface Word {
        String of(Scenario.Known known);
    }

    private static String each(Scenario scenario, Word word) {
        Set<String> words =
                scenario.conversations().stream().map(word::of).collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(", ", words);
    }

    private static String table(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add("| " + String.join(" | ", row) + " |");
        }
        lines.add(1, "|---".repeat(rows.get(0).size()) + "|");
        return String.join("\n", lines) + "\n";
    }
}
