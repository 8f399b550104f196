package io.portolan.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFileTest {
    private static final String RULE = """
            title: Port 1274
            id: 3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee02
            description: A test.
            tags:
              - attack.command-and-control
              - attack.t1571
            logsource:
              category: firewall
            detection:
              selection:
                server.port:
                  - 1274
                  - 17014
                network.transport: tcp
              condition: selection
            level: High
            levels:
              session: high
              probe: low
            """;

    @Test
    void aRuleIsReadByValue() throws Exception {
        Rule rule = RuleFile.read("rule.yml", RULE);

        assertThat(rule.title()).isEqualTo("Port 1274");
        assertThat(rule.id()).isEqualTo("3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee02");
        assertThat(rule.description()).isEqualTo("A test.");
        assertThat(rule.level()).isEqualTo(Level.HIGH);
        assertThat(rule.levels()).isEqualTo(Map.of(Verdict.SESSION, Level.HIGH, Verdict.PROBE, Level.LOW));
        assertThat(rule.severity(Verdict.PROBE)).contains(Level.LOW);
        assertThat(rule.severity(Verdict.UNCERTAIN)).isEmpty();
        assertThat(rule.technique()).contains("T1571");
        assertThat(rule.ports()).containsExactlyInAnyOrder(1274, 17014);
        assertThat(rule.transports()).containsExactly(Transport.TCP);
        assertThat(rule.falsePositives()).isEmpty();
    }

    @Test
    void aRuleWithoutATechniqueHasNone() throws Exception {
        assertThat(RuleFile.read("rule.yml", RULE.replace("attack.t1571", "harbour"))
                        .technique())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsNoRuleIsRefusedWithFileLineAndCause(String situation, String yaml, String message) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read("rule.yml", yaml))
                .withMessageMatching("(?s)" + message);
    }

    static Stream<Arguments> whatIsNoRuleIsRefusedWithFileLineAndCause() {
        return Stream.of(
                row(
                        "an unknown key",
                        "level: High",
                        "level: High\nlevle: low",
                        "rule.yml:17: unknown key \"levle\"; known are: .author, date, .*"),
                row("a key written wrong", "level: High", "levle: High", "rule.yml:\\d+: .*'level'.*"),
                row(
                        "an unknown field",
                        "    server.port",
                        "    client.port: 1\n    server.port",
                        "rule.yml:11: unknown key \"client.port\"; known are: .network.transport, server.port."),
                row(
                        "an unsupported condition",
                        "condition: selection",
                        "condition: selection and not filter",
                        "rule.yml:15: condition is \"selection and not filter\"; supported is: selection"),
                row("no condition", "condition: selection", "condition:", "rule.yml:15: condition is empty"),
                row(
                        "a port beyond the last",
                        "- 17014",
                        "- 70000",
                        "rule.yml:11: server.port is 70000, not within 0-65535"),
                row("a port below the first", "- 17014", "- -1", "rule.yml:11: server.port is -1, not within 0-65535"),
                row("a port that is no number", "- 17014", "- https", "rule.yml:13: .*\"https\".*"),
                row("half a port", "- 17014", "- 17014.5", "rule.yml:13: .*17014.5.*"),
                row("an empty port", "- 17014", "-", "rule.yml:\\d+: server.port is empty"),
                row("no port", "- 1274\n      - 17014", "", "rule.yml:\\d+: server.port is empty"),
                row("an unknown transport", "transport: tcp", "transport: icmp", "rule.yml:14: .*\"icmp\".*"),
                row("a transport by number", "transport: tcp", "transport: 0", "rule.yml:14: .*"),
                row("an unknown level", "level: High", "level: bad", "rule.yml:16: .*\"bad\".*CRITICAL.*"),
                row("an unknown verdict", "  probe: low", "  maybe: low", "rule.yml:19: .*\"maybe\".*"),
                row("a verdict without a level", "  probe: low", "  probe:", "rule.yml:\\d+: levels.PROBE is empty"),
                row(
                        "a verdict that raises no alert",
                        "  probe: low",
                        "  coincidence: low",
                        "rule.yml:17: levels names COINCIDENCE, which raises no alert; .*"),
                row(
                        "an id that is no UUID",
                        "id: 3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee02",
                        "id: one",
                        "rule.yml:2: id is one, not a UUID"),
                row("no title", "title: Port 1274", "title: ' '", "rule.yml:1: title is empty"),
                row("a missing title", "title: Port 1274\n", "", "rule.yml:\\d+: .*'title'.*"),
                row(
                        "the same key twice",
                        "level: High",
                        "level: High\nlevel: low",
                        "rule.yml:17: Duplicate field 'level'"),
                row("a second document", "  probe: low", "  probe: low\n---\ntitle: another", "rule.yml:2\\d: .*"),
                row("no YAML", "logsource:", "logsource: [", "rule.yml:\\d+: .*"),
                Arguments.of("an empty file", "", "rule.yml(:1)?: .*"),
                Arguments.of("a comment alone", "# nothing\n", "rule.yml:2: .*"),
                Arguments.of("null", "~", "rule.yml: holds no rule"),
                Arguments.of("a list", "- 1274", "rule.yml:1: .*"));
    }

    private static Arguments row(String situation, String right, String wrong, String message) {
        assertThat(RULE).contains(right);
        return Arguments.of(situation, RULE.replace(right, wrong), message);
    }
}
