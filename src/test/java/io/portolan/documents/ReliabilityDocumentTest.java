package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.chaos.Results;
import io.portolan.chaos.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the document says of the suite is what the suite has written down. */
class ReliabilityDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/reliability.md");
    private static final Path TESTS = Path.of("src/test/java/io/portolan/chaos");

    @Test
    void theTableIsThatOfTheResults() {
        ObjectNode results = Results.read();
        StringBuilder table = new StringBuilder("""
                | What happens | Last run | Figures | Test |
                |---|---|---|---|
                """);
        for (Scenario scenario : Scenario.values()) {
            table.append(row(scenario, results.path(scenario.name())));
        }

        Rendered.section(DOCUMENT, "scenarios").isEqualTo(table.toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyScenarioHasRunAndLostNothing(Scenario scenario) {
        JsonNode figures = Results.read().path(scenario.name()).path("figures");

        assertThat(figures.size()).as("figures of %s", scenario).isPositive();
        assertThat(figures.path("lost").asLong()).isZero();
        assertThat(figures.path("doubled").asLong()).isZero();
        assertThat(TESTS.resolve(scenario.test() + ".java")).isRegularFile();
    }

    @Test
    void noResultIsLeftOfAScenarioThatIsGone() {
        List<String> scenarios =
                Stream.of(Scenario.values()).map(Scenario::name).toList();

        assertThat(Results.read().fieldNames()).toIterable().isSubsetOf(scenarios);
    }

    private static String row(Scenario scenario, JsonNode result) {
        String figures = result.path("figures").properties().stream()
                .map(figure -> figure.getKey() + " " + text(figure.getValue()))
                .collect(Collectors.joining("; "));
        return "| %s | %s | %s | `%s` |%n"
                .formatted(scenario.text(), result.path("date").asText(), figures, scenario.test());
    }

    private static String text(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,d", value.asLong()) : value.asText();
    }
}
