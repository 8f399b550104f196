package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Rule;
import io.portolan.judge.RuleBook;
import io.portolan.judge.RuleFiles;
import io.portolan.judge.sigma.SigmaField;
import io.portolan.judge.sigma.SigmaFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/rules.md says what the code does, and its examples can be used. */
class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/rules.md");

    @Test
    void theFieldsAreThoseOfTheCode() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<SigmaField>> group : SigmaFields.all().entrySet()) {
            text.append("### ")
                    .append(group.getKey())
                    .append("\n\n| Field | Value | Known | Meaning |\n|---|---|---|---|\n");
            group.getValue()
                    .forEach(field -> text.append("| `%s` | %s | %s | %s |\n"
                            .formatted(field.name(), kind(field), field.known().text(), field.description())));
            text.append('\n');
        }
        text.append("`attributes.<name>` is an attribute of the flow, as [formats.md](formats.md) names them.\n");

        Rendered.section(DOCUMENT, "fields").isEqualTo(text.toString());
    }

    @Test
    void theShippedRulesAreThoseOfTheFolder() throws Exception {
        RuleBook book = RuleFiles.read(Optional.empty(), Optional.empty());

        Rendered.section(DOCUMENT, "shipped")
                .isEqualTo(book.rules().stream()
                        .map(rule -> "| %s | `%s` | %s | %s |\n"
                                .formatted(
                                        rule.title(), rule.id(), rule.status().text(), level(rule)))
                        .collect(Collectors.joining("", "| Rule | Id | Status | Level |\n|---|---|---|---|\n", "")));
    }

    @Test
    void noFieldStandsTwice() {
        List<String> names = SigmaFields.all().values().stream()
                .flatMap(List::stream)
                .map(SigmaField::name)
                .toList();

        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void theExamplesCanBeUsed() throws Exception {
        List<String> examples = Pattern.compile("(?s)```yaml\\n(.*?)```")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();

        assertThat(examples).hasSize(2);
        assertThat(RuleFiles.rule("example", examples.get(0)).title()).isEqualTo("Telnet inside");
        assertThat(RuleFiles.filter("example", examples.get(1), Set.of("3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01"))
                        .title())
                .isEqualTo("The build farm runs distproc");
    }

    private static String kind(SigmaField field) {
        return field.choices().isEmpty()
                ? field.kind().text()
                : String.join(", ", field.choices()).toLowerCase(Locale.ROOT);
    }

    private static String level(Rule rule) {
        return rule.level().name().toLowerCase(Locale.ROOT);
    }
}
