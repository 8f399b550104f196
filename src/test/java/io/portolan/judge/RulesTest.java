package io.portolan.judge;

import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;
import static io.portolan.schema.Side.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.label.ChangingRegistry;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.registry.PortKey;
import io.portolan.registry.PortRanges;
import io.portolan.registry.Transport;
import io.portolan.schema.Documentation;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Role SERVER_IS_DESTINATION = new Role(DESTINATION, RoleBasis.SENSOR, 95);

    @Test
    void exactlyThePortsOfTheRulesAreWatched() {
        Random random = new Random(1024);
        List<Rule> some = new ArrayList<>();
        Set<PortKey> watched = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Transport transport = Transport.values()[random.nextInt(Transport.values().length)];
            int port = random.nextInt(65_536);
            watched.add(new PortKey(transport, port));
            some.add(rule("{server.port: " + port + ", network.transport: " + transport + "}"));
        }
        some.add(rule("{server.port: [0, 65535]}"));
        for (Transport transport : Transport.values()) {
            watched.add(new PortKey(transport, 0));
            watched.add(new PortKey(transport, 65_535));
        }
        Rules rules = new Rules(some);

        for (Transport transport : Transport.values()) {
            for (int port = 0; port <= PortKey.MAX_PORT; port++) {
                Label label = Label.unlisted(PortRanges.of(port));
                assertThat(rules.watching(transport, port, label).isEmpty())
                        .isEqualTo(!watched.contains(new PortKey(transport, port)));
            }
        }
    }

    @Test
    void aPortOfSeveralRulesNamesThemInOrder() {
        Rule first = rule("{server.port: [1274, 80], network.transport: tcp}");
        Rule second = rule("{server.port: 1274}");
        Rules rules = new Rules(List.of(first, second));

        assertThat(rules.match(flow(51515, 1274), told(Verdict.SESSION), false))
                .map(RuleMatch::rule)
                .containsExactly(first, second);
        assertThat(rules.match(flow(51515, 80), told(Verdict.SESSION), false))
                .map(RuleMatch::rule)
                .containsExactly(first);
        assertThat(rules.all()).containsExactly(first, second);
    }

    @Test
    void aProtocolWithoutPortsIsNeverWatched() {
        Rules rules = new Rules(List.of(rule("{server.port|gte: 0}")));
        LabelledFlow icmp = Scene.of("test", 1, 0, 0).labelled();

        assertThat(rules.watched(icmp, Role.UNTOLD)).isEqualTo(UNKNOWN);
        assertThat(rules.mayMatch(icmp, DESTINATION)).isFalse();
        assertThat(rules.match(icmp, told(Verdict.SESSION), false)).isEmpty();
    }

    @Test
    void aFieldOfTheFlowDecidesAfterThePort() {
        Rules rules = new Rules(List.of(rule("{server.port: 1274, client.scope: inside}")));

        assertThat(rules.mayMatch(flow(51515, 1274), DESTINATION)).isFalse();
        assertThat(rules.mayMatch(inside(), DESTINATION)).isTrue();
        assertThat(rules.mayMatch(inside(), SOURCE)).isFalse();
        assertThat(rules.watched(flow(51515, 1274), SERVER_IS_DESTINATION)).isEqualTo(UNKNOWN);
        assertThat(rules.watched(inside(), SERVER_IS_DESTINATION)).isEqualTo(DESTINATION);
    }

    @Test
    void whatIsKnownOnlyOfTheStoryMayBecomeAnything() {
        Rules rules =
                new Rules(List.of(rule("{service.documentation: BARE, server.first_seen: true, verdict: SESSION}")));
        LabelledFlow flow = flow(51515, 1274);

        assertThat(rules.mayMatch(flow, DESTINATION)).isTrue();
        assertThat(rules.mayMatch(flow(51515, 443), DESTINATION)).isFalse();
        assertThat(rules.match(flow, told(Verdict.SESSION), true)).hasSize(1);
        assertThat(rules.match(flow, told(Verdict.SESSION), false)).isEmpty();
        assertThat(rules.match(flow, told(Verdict.PROBE), true)).isEmpty();
    }

    @Test
    void aFilterThatIsSureLeavesNothingToMatch() throws Exception {
        Rule rule = rule("{server.port: 1274}");
        Filter filter = filter(rule, "{server.ip: 192.0.2.10}");
        Rules rules = new Rules(List.of(rule), List.of(filter));

        assertThat(rules.mayMatch(flow(51515, 1274), DESTINATION)).isFalse();
        assertThat(rules.watched(flow(51515, 1274), SERVER_IS_DESTINATION)).isEqualTo(DESTINATION);
        assertThat(rules.match(flow(51515, 1274), told(Verdict.SESSION), false))
                .singleElement()
                .satisfies(match -> assertThat(match.allowedBy()).contains(filter));
        assertThat(new Judge(rules).judge(flow(51515, 1274)).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(new Judge(rules).judge(inside()).verdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(new Judge(rules).judge(Scene.udp(53, 1274).labelled()).verdict())
                .as("a coincidence stays one")
                .isEqualTo(Verdict.COINCIDENCE);
    }

    @Test
    void aFilterWhoseFieldIsMissingAllowsNothing() throws Exception {
        Rule rule = rule("{server.port: 1274}");
        Rules rules = new Rules(List.of(rule), List.of(filter(rule, "{observer: fw-*}")));

        assertThat(rules.mayMatch(flow(51515, 1274), DESTINATION)).isTrue();
        assertThat(rules.mayMatch(Scene.udp(51515, 1274).observer("fw-1").labelled(), DESTINATION))
                .isFalse();
    }

    @Test
    void aFilterOfTheVerdictDecidesOnceThatIsKnown() throws Exception {
        Rule rule = rule("{server.port: 1274}");
        Rules rules = new Rules(List.of(rule), List.of(filter(rule, "{verdict: UNCERTAIN}")));

        assertThat(rules.mayMatch(flow(51515, 1274), DESTINATION)).isTrue();
        assertThat(new Judge(rules).judge(flow(51515, 1274)).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void aFilterSpeaksOfItsRulesOnly() throws Exception {
        Rule one = rule("{server.port: 1274}");
        Rule other = rule("{server.port: 1274}");
        Rules rules = new Rules(List.of(one, other), List.of(filter(one, "{server.port: 1274}")));

        assertThat(rules.mayMatch(flow(51515, 1274), DESTINATION)).isTrue();
        assertThat(rules.match(flow(51515, 1274), told(Verdict.SESSION), false))
                .map(match -> match.allowedBy().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void bothDirectionsOfAConversationHaveTheSameServer() {
        Rules rules = new Rules(List.of(rule("{server.port: [1274, 1275]}")));

        assertThat(rules.watched(flow(1274, 1275), Role.UNTOLD)).isEqualTo(SOURCE);
        assertThat(rules.watched(flow(1275, 1274), Role.UNTOLD)).isEqualTo(DESTINATION);
        assertThat(rules.watched(between("192.0.2.10", "192.0.2.20"), Role.UNTOLD))
                .isEqualTo(SOURCE);
        assertThat(rules.watched(between("192.0.2.20", "192.0.2.10"), Role.UNTOLD))
                .isEqualTo(DESTINATION);
        assertThat(rules.watched(flow(1274, 1275), SERVER_IS_DESTINATION)).isEqualTo(DESTINATION);
    }

    @Test
    void aNewLabelOfAPortIsSeenAtOnce() {
        Rules rules = new Rules(List.of(rule("{service.names: harbour}")));
        ChangingRegistry registry = ChangingRegistry.ofKnownPorts();
        Labeller labeller = new Labeller(registry);

        assertThat(rules.mayMatch(labeller.label(Scene.tcp(51515, 9000).flow()), DESTINATION))
                .isFalse();
        registry.put("tcp/9000", Documentation.BARE, "harbour");
        assertThat(rules.mayMatch(labeller.label(Scene.tcp(51515, 9000).flow()), DESTINATION))
                .isTrue();
        registry.remove("tcp/9000");
        assertThat(rules.mayMatch(labeller.label(Scene.tcp(51515, 9000).flow()), DESTINATION))
                .isFalse();
    }

    @Test
    void rulesThatCannotMatchAreAskedOnceAPortAndNotOnceAFlow() {
        List<Rule> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> rule("{server.port: " + (2_000 + i) + "}"))
                .toList();
        ChangingRegistry registry = ChangingRegistry.ofKnownPorts();
        Labeller labeller = new Labeller(registry);
        AtomicInteger asked = new AtomicInteger();
        LabelledFlow first = labeller.label(Scene.tcp(51515, 443).flow());
        PortWatches watches = new PortWatches(first.version(), (transport, port, label) -> {
            asked.incrementAndGet();
            return PortWatches.find(thousand, transport, port, label);
        });

        for (int flow = 0; flow < 100; flow++) {
            LabelledFlow labelled = labeller.label(Scene.tcp(51515, 443).flow());
            assertThat(watches.isFor(labelled.version())).isTrue();
            assertThat(watches.of(Transport.TCP, 443, labelled.dst())).isSameAs(PortWatch.NOBODY);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void whatWasFoundOutOfAPortIsToldOfThatPortAlone() {
        LabelledFlow flow = flow(51515, 1274);
        List<Rule> rules = List.of(rule("{server.port: 1274}"));
        PortWatch watch = PortWatches.find(rules, Transport.TCP, 1274, flow.dst());
        PortWatches watches = new PortWatches(
                flow.version(),
                (transport, port, label) -> transport == Transport.TCP && port % 67 == 0 ? watch : PortWatch.NOBODY);

        for (int again = 0; again < 2; again++) {
            for (int port = 0; port <= PortKey.MAX_PORT; port++) {
                assertThat(watches.of(Transport.TCP, port, flow.dst()).isNobody())
                        .isEqualTo(port % 67 != 0);
                assertThat(watches.of(Transport.UDP, port, flow.dst()).isNobody())
                        .isTrue();
            }
        }
    }

    @Test
    void aPortIsAskedOnlyOfRulesThatDoNotNameOthers() {
        Rule thousand = rule("{server.port: [1000, 2000]}");
        Rule bytes = rule("{server.bytes|gt: 5}");
        Rule pattern = rule("{server.port: '1*'}");
        Rule either = rule("{server.port: 80}", "not selection");
        PortIndex index = new PortIndex(List.of(bytes, thousand, pattern, either));

        assertThat(index.of(2000)).containsExactly(bytes, thousand, pattern, either);
        assertThat(index.of(80)).containsExactly(bytes, pattern, either);
    }

    @Test
    void portsOfTheSameRulesShareWhatIsKnown() {
        LabelledFlow flow = flow(51515, 1274);
        List<Rule> rules = List.of(rule("{server.port|gte: 1024}"));
        PortWatches watches = new PortWatches(
                flow.version(), (transport, port, label) -> PortWatches.find(rules, transport, port, label));

        assertThat(watches.of(Transport.TCP, 2000, flow.src())).isSameAs(watches.of(Transport.UDP, 3000, flow.src()));
    }

    private static Judgement told(Verdict verdict) {
        return new Judgement(SERVER_IS_DESTINATION, verdict, DESTINATION);
    }

    private static LabelledFlow flow(int src, int dst) {
        return Scene.tcp(src, dst).flags(0x18).labelled();
    }

    private static LabelledFlow inside() {
        return Scene.tcp(51515, 1274)
                .flags(0x18)
                .addresses("10.0.0.7", "10.0.0.8")
                .labelled();
    }

    private static LabelledFlow between(String src, String dst) {
        return Scene.udp(1274, 1274).addresses(src, dst).labelled();
    }

    private static Rule rule(String selection) {
        return rule(selection, "selection");
    }

    private static Rule rule(String selection, String condition) {
        return Scene.rule("""
                title: A test
                id: %s
                status: stable
                logsource: {category: firewall}
                detection:
                  selection: %s
                  condition: %s
                level: low
                """.formatted(UUID.randomUUID(), selection, condition));
    }

    private static Filter filter(Rule rule, String selection) throws InvalidRuleException {
        return RuleFiles.filter("filter.yml", """
                title: Known
                id: 00000000-0000-0000-0000-000000000002
                logsource: {category: firewall}
                filter:
                  rules: [%s]
                  selection: %s
                  condition: not selection
                """.formatted(rule.id(), selection), Set.of(rule.id()));
    }
}
