package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.alert.ScoreFactor;
import io.portolan.alert.Severity;
import io.portolan.judge.Evidence;
import io.portolan.judge.Role;
import io.portolan.judge.Rule;
import io.portolan.judge.RuleFiles;
import io.portolan.schema.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/detection.md are those of the code. */
class DetectionDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/detection.md");

    @Test
    void theEvidenceForRolesIsThatOfTheCode() {
        Rendered.section(DOCUMENT, "evidence")
                .isEqualTo(table(
                        "| Evidence | Basis | Confidence | Because |\n|---|---|---|---|\n",
                        Evidence.values(),
                        evidence -> "| %s | %s | %d | %s |\n"
                                .formatted(
                                        words(evidence), evidence.basis(), evidence.confidence(), evidence.reason())));
    }

    @Test
    void theVerdictsAreThoseOfTheCodeAndTheirLevelsThoseOfTheRule() {
        Rule rule = RuleFiles.bundled().all().get(0);

        Rendered.section(DOCUMENT, "verdicts")
                .isEqualTo(table(
                        "| Verdict | The watched port | Alert of the bundled rule |\n|---|---|---|\n",
                        Verdict.values(),
                        verdict -> "| %s | %s | %s |\n"
                                .formatted(
                                        verdict,
                                        meaning(verdict),
                                        rule.ceiling(verdict)
                                                .map(level -> level.name().toLowerCase(Locale.ROOT))
                                                .orElse("none"))));
    }

    @Test
    void theScoreIsThatOfTheCode() {
        Rendered.section(DOCUMENT, "score")
                .isEqualTo(table(
                        "| Factor | Points | Applies if |\n|---|---|---|\n",
                        ScoreFactor.values(),
                        factor -> "| `%s` | %+d | %s |\n".formatted(factor.text(), factor.points(), factor.reason())));
    }

    @Test
    void theSeveritiesAreThoseOfTheCode() {
        Rendered.section(DOCUMENT, "severity")
                .isEqualTo(table(
                        "| Severity | From a score of |\n|---|---|\n",
                        Severity.values(),
                        severity -> "| %s | %d |\n"
                                .formatted(severity.level().name().toLowerCase(Locale.ROOT), severity.from())));
    }

    @Test
    void theConfidenceThatTellsIsTheOneInTheText() throws Exception {
        assertThat(Files.readString(DOCUMENT)).contains("From " + Role.TELLING + " on it is good enough");
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case NONE -> "there is none";
            case SESSION -> "is the server's, and the server answered";
            case PROBE -> "is the server's, and nothing shows an answer, or it was refused";
            case COINCIDENCE -> "is the client's, which got it at random";
            case UNCERTAIN -> "may be either's";
            case ALLOWED -> "is the server's, or may be, and a filter of the site allows it";
        };
    }

    private static String words(Evidence evidence) {
        return evidence.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <T> String table(String head, T[] rows, Function<T, String> row) {
        return Arrays.stream(rows).map(row).collect(Collectors.joining("", head, ""));
    }
}
