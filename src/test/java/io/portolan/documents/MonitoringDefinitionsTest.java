package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.portolan.deploy.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarms for Prometheus and the dashboard for Grafana ask for what a job exposes, in expressions that Prometheus takes. */
class MonitoringDefinitionsTest {
    private static final Path RULES = Path.of("deploy/siem/prometheus/portolan.rules.yml");
    private static final Path TESTS = Path.of("deploy/siem/prometheus/portolan.rules.test.yml");
    private static final Path DASHBOARD = Path.of("deploy/siem/grafana/portolan.json");
    private static final Path METRICS = Path.of("docs/metrics.md");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `([a-z][a-z0-9_]*)` \\|", Pattern.MULTILINE);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    private Path folder;

    @Test
    void prometheusTakesTheAlarms() throws Exception {
        Tools.run("promtool", "check", "rules", RULES.toString());
    }

    @Test
    void everyAlarmIsRaisedByItsFaultAndByNothingElse() throws Exception {
        Tools.run("promtool", "test", "rules", TESTS.toString());
    }

    @Test
    void everyAlarmHasATest() throws IOException {
        String tests = Files.readString(TESTS);

        assertThat(alarms()).hasSizeGreaterThan(10);
        assertThat(alarms())
                .allSatisfy(alarm -> assertThat(tests)
                        .contains("{alertname=\"%s\", severity=\"%s\"}"
                                .formatted(
                                        text(alarm, "alert"),
                                        alarm.at("/labels/severity").asText())));
    }

    @Test
    void anAlarmAsksForNoMetricThatThereIsNot() throws IOException {
        Set<String> documented = documented();

        assertThat(alarms())
                .allSatisfy(alarm -> assertThat(PromQl.metrics(text(alarm, "expr")))
                        .isNotEmpty()
                        .isSubsetOf(documented));
    }

    @Test
    void theTableOfOperationsIsThatOfTheAlarms() throws IOException {
        String rows = alarms().stream().map(MonitoringDefinitionsTest::row).collect(Collectors.joining());

        Rendered.section(Path.of("docs/operations.md"), "alarms")
                .isEqualTo("| symptom | to be seen at | means | do |\n|---|---|---|---|\n" + rows);
    }

    @Test
    void prometheusTakesEveryExpressionOfTheDashboard() throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
        List<String> expressions = expressions();
        for (int number = 0; number < expressions.size(); number++) {
            String expression = expressions
                    .get(number)
                    .replace("$__rate_interval", "5m")
                    .replace("$instance", ".*")
                    .replace("'", "''");
            rules.append("      - {record: panel:%d, expr: '%s'}\n".formatted(number, expression));
        }
        Path file = Files.writeString(folder.resolve("panels.yml"), rules);

        Tools.run("promtool", "check", "rules", file.toString());
    }

    @Test
    void aPanelAsksForNoMetricThatThereIsNot() throws IOException {
        Set<String> documented = documented();

        assertThat(expressions())
                .hasSizeGreaterThan(20)
                .allSatisfy(expression ->
                        assertThat(PromQl.metrics(expression)).isNotEmpty().isSubsetOf(documented));
    }

    @Test
    void theMetricsOfAnExpressionAreFoundInIt() {
        assertThat(PromQl.metrics("sum by (topic) (rate(some_total{kind=\"other_total\", x!=\"y\"}[5m])) > 0"
                        + " and on (job) time() - 90 * 86400 > max(a_seconds offset 15m) or b"))
                .containsExactly("a_seconds", "b", "some_total");
    }

    private static String row(JsonNode alarm) {
        String lasts = alarm.has("for") ? " for " + text(alarm, "for") : "";
        return "| %s | `%s`%s | %s | %s |\n"
                .formatted(
                        note(alarm, "summary"),
                        text(alarm, "expr").replace("|", "\\|"),
                        lasts,
                        note(alarm, "description"),
                        note(alarm, "action"));
    }

    private static String note(JsonNode alarm, String name) {
        String note = alarm.at("/annotations/" + name).asText();
        assertThat(note).as("%s of %s", name, alarm).isNotBlank();
        return note;
    }

    private static String text(JsonNode alarm, String name) {
        return alarm.path(name).asText();
    }

    private static List<JsonNode> alarms() throws IOException {
        JsonNode rules = YAML.readTree(RULES.toFile()).at("/groups/0/rules");
        return StreamSupport.stream(rules.spliterator(), false).toList();
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels")) {
            panel.get("targets").forEach(target -> expressions.add(text(target, "expr")));
        }
        return expressions;
    }

    private static Set<String> documented() throws IOException {
        return DOCUMENTED
                .matcher(Files.readString(METRICS))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
