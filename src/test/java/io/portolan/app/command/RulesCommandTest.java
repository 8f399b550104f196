package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final String SESSION = conn("198.51.100.7", 51515, 1274, "SF", "ShADadFf");
    private static final String OTHER = conn("198.51.100.7", 51515, 443, "SF", "ShADadFf");

    @TempDir
    private Path folder;

    @Test
    void listSaysWhichRulesAreInForceAndWhatTheyWatch() {
        Run run = Run.of("rules", "list");

        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).matches("RULE +TITLE +STATUS +LEVEL +FORCE +PORTS");
        assertThat(run.lines())
                .anyMatch(line -> line.matches(
                        "3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01 +Port 1274 .* stable +high +on +tcp/1274, udp/1274"))
                .anyMatch(line -> line.matches("5b1f7c52.* experimental +informational +off +[\\d,]+ ports"));
    }

    @Test
    void listKnowsFiltersAndWhatIsEnabled() throws Exception {
        Run run = Run.of("rules", "list", "--filters", filters().toString(), "--enabled", "experimental");

        assertThat(run.lines())
                .anyMatch(line -> line.matches("3d0c3f5e.* off .*"))
                .anyMatch(line -> line.matches("5b1f7c52.* on .*"))
                .anyMatch(line -> line.matches(
                        "00000000-0000-0000-0000-0000000000f1 +The farm +3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01"));
    }

    @Test
    void whatIsNeitherAStatusNorARuleCannotBeEnabled() {
        Run run = Run.of("rules", "list", "--enabled", "stabel");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "portolan: rules in force: \"stabel\" is neither the id of a rule nor a status; statuses are:"
                                + " stable, test, experimental, deprecated, unsupported" + System.lineSeparator());
    }

    @Test
    void theBundledRulesAreRight() {
        Run run = Run.of("rules", "check");

        assertThat(run.exit()).isZero();
        assertThat(run.lines()).containsExactly("4 rules and 0 filters can be used");
    }

    @Test
    void checkTellsAllFaultsOfAllFiles() throws Exception {
        Path one = write("one.yml", rule("sever.port: 1").replace("level: low", "level: bad"));
        Path two = write("two.yml", rule("server.port: https"));

        Run run = Run.of("rules", "check", folder.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.lines())
                .containsExactly(
                        one + ":6: unknown field \"sever.port\"; did you mean server.port?",
                        one + ":8: level is \"bad\"; supported are: informational, low, medium, high, critical",
                        two + ":6: server.port: \"https\" is no number",
                        "3 faults");
    }

    @Test
    void checkWarnsOfARuleForEveryFlow() throws Exception {
        Path file = write("one.yml", rule("server.bytes|gt: 5"));

        Run run = Run.of("rules", "check", file.toString(), filters().toString());

        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "warning: A test: no port restricts it, so it is evaluated for every flow",
                        "1 rule and 1 filter can be used");
    }

    @Test
    void testSaysWhichRuleMatchesAndWhy() throws Exception {
        Run run = Run.of("rules", "test", "--format", "zeek-conn", "--quiet", log(SESSION, OTHER));

        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "198.51.100.7:51515 -> 192.0.2.10:1274 tcp  SESSION  (server is the destination, SENSOR, 95 % sure)",
                        "  matches  Port 1274 (t1distproc) in use (3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01), alerts at most"
                                + " high",
                        "      true     selection: server.port: 1274  [1274]",
                        "      true     selection: network.transport: [tcp, udp]  [tcp]");
    }

    @Test
    void testSaysWhichFilterAllowsAFlowAndWhichDoesNot() throws Exception {
        Run allowed = Run.of(
                "rules",
                "test",
                "--format",
                "zeek-conn",
                "--quiet",
                "--filters",
                filters().toString(),
                log(SESSION));

        assertThat(allowed.lines().get(0)).contains("  ALLOWED  ");
        assertThat(allowed.lines())
                .containsSubsequence(
                        "  matches  Port 1274 (t1distproc) in use (3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01)",
                        "    allowed by  The farm (00000000-0000-0000-0000-0000000000f1)",
                        "      true     selection: server.ip|cidr: 192.0.2.0/28  [192.0.2.10]",
                        "      true     selection: client.scope: outside  [outside]");
    }

    @Test
    void testWritesJsonForPrograms() throws Exception {
        Run run = Run.of(
                "rules",
                "test",
                "--format",
                "zeek-conn",
                "--json",
                "--quiet",
                "--enabled",
                "stable,experimental",
                log(SESSION, OTHER));

        assertThat(run.lines()).hasSize(1);
        JsonNode flow = new ObjectMapper().readTree(run.out());
        assertThat(flow.get("verdict").asText()).isEqualTo("SESSION");
        assertThat(flow.get("rules").findValuesAsText("title"))
                .containsExactly("First server on a forgotten port", "Port 1274 (t1distproc) in use");
        assertThat(flow.get("rules").get(0).get("matches").asText()).isEqualTo("open");
        assertThat(flow.get("rules").get(1).get("matches").asText()).isEqualTo("true");
        assertThat(flow.get("rules").get(1).get("ceiling").asText()).isEqualTo("HIGH");
        assertThat(flow.get("rules").get(1).get("items").get(0).get("value").asText())
                .isEqualTo("1274");
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        Run run = Run.of("rules");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.errors().get(0)).isEqualTo("portolan: a command is needed: list, check or test");
    }

    private Path filters() throws IOException {
        Path filters = Files.createDirectories(folder.resolve("allowed"));
        Files.writeString(filters.resolve("farm.yml"), """
                title: The farm
                id: 00000000-0000-0000-0000-0000000000f1
                logsource: {category: firewall}
                filter:
                  rules: [3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee01]
                  selection: {server.ip|cidr: 192.0.2.0/28, client.scope: outside}
                  condition: not selection
                """);
        return filters;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String log(String... records) throws IOException {
        return write("conn.log", String.join("\n", records)).toString();
    }

    private static String rule(String item) {
        return """
                title: A test
                id: %s
                status: stable
                logsource: {category: firewall}
                detection:
                  selection: {%s}
                  condition: selection
                level: low
                """.formatted(new UUID(1, item.hashCode()), item);
    }

    private static String conn(String client, int from, int port, String state, String history) {
        return """
                {"ts":1700000000.5,"uid":"C1","id.orig_h":"%s","id.orig_p":%d,"id.resp_h":"192.0.2.10","id.resp_p":%d,\
                "proto":"tcp","conn_state":"%s","history":"%s","orig_pkts":9,"resp_pkts":8,"orig_ip_bytes":900,\
                "resp_ip_bytes":800}""".formatted(client, from, port, state, history);
    }
}
