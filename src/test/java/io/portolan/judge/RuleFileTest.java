package io.portolan.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFileTest {
    private static final String KNOWN =
            "known are: author, date, description, detection, falsepositives, fields, id, level,"
                    + " levels, license, logsource, modified, name, references, related, scope, status, tags, taxonomy, title";

    private static final String RULE = """
            title: Port 1274
            id: 3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee02
            status: test
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
        assertThat(rule.ceiling(Verdict.PROBE)).contains(Level.LOW);
        assertThat(rule.ceiling(Verdict.UNCERTAIN)).isEmpty();
        assertThat(rule.technique()).contains("T1571");
        assertThat(rule.status()).isEqualTo(RuleStatus.TEST);
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
    void whatIsNoRuleIsRefusedWithFileLineAndCause(String situation, String yaml, List<String> faults) {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read("rule.yml", yaml))
                .satisfies(refused -> assertThat(refused.faults()).isEqualTo(faults))
                .withMessageStartingWith(faults.get(0));
    }

    static Stream<Arguments> whatIsNoRuleIsRefusedWithFileLineAndCause() {
        return Stream.of(
                row("an unknown key", "level: High", "level: High\nlevle: low", "18: unknown key \"levle\"; %s"),
                row(
                        "a key written wrong",
                        "level: High",
                        "levle: High",
                        "1: level is missing",
                        "17: unknown key \"levle\"; %s"),
                row(
                        "a misspelt field",
                        "    server.port",
                        "    sever.port: 1\n    server.port",
                        "12: unknown field \"sever.port\"; did you mean server.port?"),
                row(
                        "an unknown field",
                        "    server.port",
                        "    username: admin\n    server.port",
                        "12: unknown field \"username\"; docs/rules.md lists all fields, and attributes.<name> is an"
                                + " attribute of the flow"),
                row("no condition", "condition: selection", "condition:", "16: condition is empty"),
                row("a condition that is not there", "  condition: selection\n", "", "10: detection has no condition"),
                row(
                        "aggregation",
                        "condition: selection",
                        "condition: selection | count() > 5",
                        "16: condition: \"|\" is not expected; supported are: and, or, not, (), 1 of NAME*, all of NAME*,"
                                + " 1 of them, all of them"),
                row(
                        "near",
                        "condition: selection",
                        "condition: near selection",
                        "16: condition: there is no \"near\"; there are: selection"),
                row(
                        "a selection that is not there",
                        "condition: selection",
                        "condition: selektion",
                        "16: condition: there is no \"selektion\"; did you mean selection?"),
                row(
                        "two of",
                        "condition: selection",
                        "condition: 2 of them",
                        "16: condition: \"2 of\" is not supported; supported are: and, or, not, (), 1 of NAME*, all of"
                                + " NAME*, 1 of them, all of them"),
                row(
                        "an open parenthesis",
                        "condition: selection",
                        "condition: (selection",
                        "16: condition: a closing parenthesis is missing"),
                row(
                        "timeframe",
                        "  condition: selection",
                        "  timeframe: 5m\n  condition: selection",
                        "16: timeframe is not supported: a rule looks at one flow"),
                row(
                        "keywords",
                        "  condition: selection",
                        "  words: [evil, worse]\n  condition: selection",
                        "16: words holds \"evil\"; supported are a map of fields and a list of such maps, as a flow has no"
                                + " text to search for keywords",
                        "16: words holds \"worse\"; supported are a map of fields and a list of such maps, as a flow has"
                                + " no text to search for keywords"),
                row(
                        "a correlation",
                        "level: High",
                        "level: High\ncorrelation: {type: event_count}",
                        "18: correlation rules are not supported: a rule looks at one flow, and alerts of one server are"
                                + " joined anyway"),
                row(
                        "a filter",
                        "level: High",
                        "level: High\nfilter: {}",
                        "18: filter makes this a filter, not a rule: it belongs in the folder of filters.path"),
                row("a port beyond the last", "- 17014", "- 70000", "13: server.port: 70000 is no port, 0-65535"),
                row("a port below the first", "- 17014", "- -1", "13: server.port: -1 is no port, 0-65535"),
                row("a port that is no number", "- 17014", "- https", "13: server.port: \"https\" is no number"),
                row("half a port", "- 17014", "- 17014.5", "13: server.port: 17014.5 is no port, 0-65535"),
                row("no port", "- 1274\n      - 17014", "[]", "12: server.port has no value"),
                row(
                        "a map for a port",
                        "- 17014",
                        "- {from: 1}",
                        "14: server.port holds a map; it takes values or a list of values"),
                row(
                        "an unknown transport",
                        "transport: tcp",
                        "transport: icmp",
                        "15: network.transport: \"icmp\" is never its value; values are: tcp, udp, sctp, dccp"),
                row(
                        "an unknown modifier",
                        "transport: tcp",
                        "transport|base64: tcp",
                        "15: network.transport|base64: modifier \"base64\" is not supported; supported are: contains,"
                                + " startswith, endswith, re, cidr, lt, lte, gt, gte, exists, fieldref, neq, all, cased, and"
                                + " after re: i, m, s"),
                row(
                        "modifiers against each other",
                        "transport: tcp",
                        "transport|contains|re: tcp",
                        "15: network.transport|contains|re: modifiers contains and re do not go together"),
                row(
                        "a regular expression of PCRE",
                        "transport: tcp",
                        "transport|re: (?=t)",
                        "15: network.transport|re: \"(?=t)\" is no regular expression of RE2, which has neither look-around"
                                + " nor back references: invalid or unsupported Perl syntax"),
                row(
                        "a network of a port",
                        "transport: tcp",
                        "transport|cidr: 10.0.0.0/8",
                        "15: network.transport|cidr: the field is no IP address, so modifier cidr cannot be used"),
                row(
                        "an order of texts",
                        "transport: tcp",
                        "transport|lt: 5",
                        "15: network.transport|lt: the field is no number, so modifier lt cannot be used"),
                row(
                        "a network without cidr",
                        "    network.transport: tcp",
                        "    server.ip: 10.0.0.0/8",
                        "15: server.ip: \"10.0.0.0/8\" is no IP address; for a network write server.ip|cidr"),
                row(
                        "a prefix that is too long",
                        "    network.transport: tcp",
                        "    server.ip|cidr: 10.0.0.0/33",
                        "15: server.ip|cidr: \"33\" is no length of a prefix, 0-32"),
                row(
                        "all of one",
                        "transport: tcp",
                        "transport|all|contains: t",
                        "15: network.transport|all|contains: modifier all needs two values or more"),
                row(
                        "an unknown level",
                        "level: High",
                        "level: bad",
                        "17: level is \"bad\"; supported are: informational, low, medium, high, critical"),
                row(
                        "an unknown status",
                        "status: test",
                        "status: good",
                        "3: status is \"good\"; supported are: stable, test, experimental, deprecated, unsupported"),
                row("no status", "status: test\n", "", "1: status is missing"),
                row(
                        "an unknown verdict",
                        "  probe: low",
                        "  maybe: low",
                        "20: a verdict of levels is \"maybe\"; supported are: session, probe, uncertain"),
                row(
                        "a verdict that raises no alert",
                        "  probe: low",
                        "  coincidence: low",
                        "20: a verdict of levels is \"coincidence\"; supported are: session, probe, uncertain"),
                row("a verdict without a level", "  probe: low", "  probe:", "20: probe is empty"),
                row(
                        "a logsource of other logs",
                        "category: firewall",
                        "category: process_creation",
                        "8: logsource names no flows; supported are: category firewall; category network_connection;"
                                + " category network with service connection; product zeek with service conn"),
                row(
                        "an id that is no UUID",
                        "id: 3d0c3f5e-6b8a-4a5f-9f0e-1274c0ffee02",
                        "id: one",
                        "2: id is one, not a UUID"),
                row("no title", "title: Port 1274", "title: ' '", "1: title is empty"),
                row(
                        "the same key twice",
                        "level: High",
                        "level: High\nlevel: low",
                        "18: level stands in line 17 already"),
                row(
                        "a second document",
                        "  probe: low",
                        "  probe: low\n---\ntitle: another",
                        "22: holds a second document; one file holds one rule or filter"),
                row(
                        "two faults",
                        "level: High",
                        "level: bad\nlevle: low",
                        "17: level is \"bad\"; supported are: informational, low, medium, high, critical",
                        "18: unknown key \"levle\"; %s"),
                Arguments.of("a comment alone", "# nothing\n", List.of("rule.yml: is empty")),
                Arguments.of("null", "~", List.of("rule.yml:1: is empty, not a map of keys as title and detection")),
                Arguments.of(
                        "a list",
                        "- 1274",
                        List.of("rule.yml:1: is a list, not a map of keys as title and detection")));
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThatExceptionOfType(InvalidRuleException.class)
                .isThrownBy(() -> RuleFile.read("rule.yml", "title: [\nid: x\n"))
                .withMessageStartingWith("rule.yml:3: is not YAML: ");
    }

    @Test
    void aRuleThatDoesNotSayRaisesSessionsAtItsLevelAndTheRestBelow() throws Exception {
        String without = RULE.substring(0, RULE.indexOf("levels:"));

        assertThat(RuleFile.read("rule.yml", without).levels())
                .isEqualTo(Map.of(
                        Verdict.SESSION, Level.HIGH,
                        Verdict.PROBE, Level.LOW,
                        Verdict.UNCERTAIN, Level.INFORMATIONAL));
        assertThat(RuleFile.read("rule.yml", without.replace("High", "informational"))
                        .ceiling(Verdict.PROBE))
                .contains(Level.INFORMATIONAL);
    }

    private static Arguments row(String situation, String right, String wrong, String... messages) {
        assertThat(RULE).contains(right);
        return Arguments.of(
                situation,
                RULE.replace(right, wrong),
                Stream.of(messages)
                        .map(message -> "rule.yml:" + message.replace("%s", KNOWN))
                        .toList());
    }
}
