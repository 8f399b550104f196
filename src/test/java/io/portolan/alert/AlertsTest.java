package io.portolan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.alert.story.LocalStories;
import io.portolan.alert.story.StorySettings;
import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Action;
import io.portolan.schema.Endpoint;
import io.portolan.schema.Factor;
import io.portolan.schema.FlowState;
import io.portolan.schema.Hypothesis;
import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.RuleReference;
import io.portolan.schema.Side;
import io.portolan.schema.TriageCommand;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {
    private static final Rules RULES = new Rules(List.of(Scene.RULE));
    private static final RecordPosition ORIGIN = new RecordPosition("flow-logs", 3, 42L);

    @Test
    void aSessionFromOutsideIsAlertedByValue() {
        PortAlert alert = only(session(), Optional.of(ORIGIN));

        assertThat(alert.getDedupKey()).isEqualTo(Scene.RULE.id() + "/192.0.2.10:1274/tcp");
        assertThat(Alerts.key(alert)).isEqualTo("192.0.2.10:1274/tcp");
        assertThat(alert.getRule())
                .isEqualTo(new RuleReference(
                        Scene.RULE.id(),
                        "Port 1274 in use",
                        Level.HIGH,
                        "T1571",
                        Scene.RULE.tags(),
                        Scene.RULE.description(),
                        Scene.RULE.references(),
                        Scene.RULE.falsePositives()));
        assertThat(alert.getRule().getTags()).containsExactly("attack.command-and-control", "attack.t1571");
        assertThat(alert.getVerdict()).isEqualTo(Verdict.SESSION);
        assertThat(alert.getSeverity()).isEqualTo(Level.HIGH);
        assertThat(alert.getScore()).isEqualTo(95);
        assertThat(alert.getFactors())
                .map(Factor::getName)
                .containsExactly("answered", "outside_party", "bare_port", "first_seen", "bytes_out_over_in");
        assertThat(alert.getSummary())
                .isEqualTo("192.0.2.10 answered 198.51.100.7 on port 1274/tcp (registered for t1distproc, nothing but a"
                        + " name), 2672 bytes both ways. The server is told by the sensor's own word, 95 % sure.");
        assertThat(alert.getProtocol()).isEqualTo(6);
        assertThat(alert.getPort()).isEqualTo(1274);
        assertThat(alert.getAssignment().getNames()).containsExactly("t1distproc");
        assertThat(alert.getServer()).isEqualTo(new Endpoint("192.0.2.10", 1274));
        assertThat(alert.getClient()).isEqualTo(new Endpoint("198.51.100.7", 51515));
        assertThat(alert.getRoleBasis()).isEqualTo(RoleBasis.SENSOR);
        assertThat(alert.getRoleConfidence()).isEqualTo(95);
        assertThat(alert.getFlows()).isEqualTo(1);
        assertThat(alert.getBytes()).isEqualTo(2672);
        assertThat(alert.getDistinctClients()).isEqualTo(1);
        assertThat(alert.getSuppressed()).isZero();
        assertThat(alert.getFirstSeen()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_500L));
        assertThat(alert.getLastSeen()).isEqualTo(Instant.ofEpochMilli(1_700_000_001_750L));
        assertThat(alert.getOrigin()).isEqualTo(ORIGIN);
        assertThat(alert.getObserver()).isEqualTo("eni-1");
        assertThat(alert.getSourceFormat()).isEqualTo("test");
        assertThat(alert.getRegistryVersion()).isEqualTo(ChangingRegistry.VERSION);
    }

    @Test
    void aSessionSaysWhatSpeaksForEachOfThreeStories() {
        assertThat(only(session(), Optional.empty()).getHypotheses())
                .containsExactly(
                        new Hypothesis(
                                "MISCONFIGURATION",
                                "Software listens on, or looks for, the wrong port by mistake.",
                                List.of()),
                        new Hypothesis(
                                "MALWARE",
                                "A backdoor or command-and-control channel hides behind an obscure registration.",
                                List.of(
                                        "The client, 198.51.100.7, has a public address.",
                                        "The conversation was answered.",
                                        "The server sent more than it received (2260 over 412 bytes).",
                                        "The registration says nothing but a name, which makes the port a quiet place"
                                                + " to hide.")),
                        new Hypothesis(
                                "OWN_SERVICE",
                                "The uncommon service that the port is registered for really runs here.",
                                List.of("1274/tcp is registered for t1distproc; IANA does not say what uses it.")));
    }

    @Test
    void aSessionSaysWhatToRun() {
        assertThat(only(session(), Optional.empty()).getTriage())
                .containsExactly(
                        new TriageCommand("Linux (ss)", "ss -tulpn 'sport = :1274'"),
                        new TriageCommand("Linux, macOS (lsof)", "sudo lsof -nP -i :1274"),
                        new TriageCommand("Windows (netstat)", "netstat -ano | findstr :1274"),
                        new TriageCommand("Windows (PowerShell)", "Get-NetTCPConnection -LocalPort 1274"),
                        new TriageCommand("Linux (ss), this client", "ss -tunp 'sport = :1274 and dst = 198.51.100.7'"),
                        new TriageCommand(
                                "Linux, macOS (tcpdump)",
                                "sudo tcpdump -nn -c 50 'host 192.0.2.10 and host 198.51.100.7 and port 1274'"));
    }

    @Test
    void aProbeInsideIsLowAndSpeaksForMisconfiguration() {
        PortAlert alert = only(Scene.tcp(51515, 1274).flags(2).addresses("10.0.0.7", "10.0.0.10"), Optional.empty());

        assertThat(alert.getVerdict()).isEqualTo(Verdict.PROBE);
        assertThat(alert.getSeverity()).isEqualTo(Level.LOW);
        assertThat(alert.getScore()).isEqualTo(30);
        assertThat(alert.getFactors()).map(Factor::getName).containsExactly("unanswered", "bare_port", "first_seen");
        assertThat(alert.getSummary())
                .isEqualTo("10.0.0.7 tried 10.0.0.10 on port 1274/tcp (registered for t1distproc, nothing but a name),"
                        + " without a sign of an answer. The server is told by TCP flags, 90 % sure.");
        assertThat(alert.getHypotheses().get(0).getEvidence())
                .containsExactly(
                        "Both sides are inside: 10.0.0.7 and 10.0.0.10 are local addresses.",
                        "Nothing shows an answer: a client may be configured for a service that is not there.");
        assertThat(alert.getOrigin()).isNull();
        assertThat(alert.getObserver()).isNull();
        assertThat(alert.getBytes()).isEqualTo(60);
    }

    @Test
    void anUncertainFlowIsToldFromTheWatchedPortsSide() {
        PortAlert alert = only(Scene.tcp(1274, 30003).flags(0x1b).sent(6, 412), Optional.empty());

        assertThat(alert.getVerdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(alert.getSeverity()).isEqualTo(Level.INFORMATIONAL);
        assertThat(alert.getScore()).isEqualTo(55);
        assertThat(alert.getFactors())
                .map(Factor::getName)
                .containsExactly("roles_untold", "outside_party", "bare_port", "first_seen", "low_role_confidence");
        assertThat(alert.getServer()).isEqualTo(new Endpoint("198.51.100.7", 1274));
        assertThat(alert.getClient()).isEqualTo(new Endpoint("192.0.2.10", 30003));
        assertThat(alert.getSummary())
                .isEqualTo("198.51.100.7 used port 1274/tcp (registered for t1distproc, nothing but a name) with"
                        + " 192.0.2.10, as the server or as a client. It may be the client, by what the registry says"
                        + " of both ports, 40 % sure.");
    }

    @Test
    void aFlowOfWhichNothingIsKnownSaysSo() {
        assertThat(only(Scene.udp(1274, 1274), Optional.empty()).getSummary())
                .isEqualTo("192.0.2.10 used port 1274/udp (registered for t1distproc, nothing but a name) with"
                        + " 198.51.100.7, as the server or as a client. Nothing tells which.");
    }

    @Test
    void aServerOfIpv6IsNamedInBrackets() {
        PortAlert alert = only(
                Scene.udp(1274, 51515)
                        .addresses("2001:db8::10", "2001:db8::7")
                        .opened(Side.DESTINATION)
                        .sent(3, 500),
                Optional.empty());

        assertThat(Alerts.key(alert)).isEqualTo("[2001:db8::10]:1274/udp");
        assertThat(alert.getSummary()).contains("2001:db8::10 answered 2001:db8::7", "500 bytes counted one way");
        assertThat(alert.getTriage())
                .map(TriageCommand::getCommand)
                .contains(
                        "Get-NetUDPEndpoint -LocalPort 1274",
                        "ss -tunp 'sport = :1274 and dst = [2001:db8::7]'",
                        "sudo tcpdump -nn -c 50 'host 2001:db8::10 and host 2001:db8::7 and port 1274'");
    }

    @Test
    void aPortThatTheRegistryDoesNotListIsAlertedAsSuch() {
        ChangingRegistry registry = ChangingRegistry.ofKnownPorts();
        registry.remove("tcp/1274");

        PortAlert alert = only(session().labelled(registry), Optional.empty());

        assertThat(alert.getAssignment()).isNull();
        assertThat(alert.getSummary()).contains("port 1274/tcp (not registered for any service)");
        assertThat(alert.getFactors()).map(Factor::getName).doesNotContain("bare_port");
        assertThat(alert.getHypotheses().get(2).getEvidence()).isEmpty();
    }

    static List<Scene> flowsThatRaiseNoAlert() {
        return List.of(
                Scene.tcp(1274, 30003).opened(Side.SOURCE).state(FlowState.REJECTED),
                Scene.tcp(1274, 17014).opened(Side.SOURCE).state(FlowState.REJECTED),
                Scene.tcp(443, 1274).sent(9, 9_000),
                Scene.aws(1274, 30003).action(Action.REJECT),
                Scene.tcp(51515, 443).opened(Side.SOURCE).state(FlowState.CLOSED),
                Scene.of("test", 1, 4, 250));
    }

    @ParameterizedTest
    @MethodSource("flowsThatRaiseNoAlert")
    void aCoincidenceAndAnUnwatchedPortRaiseNoAlert(Scene scene) {
        assertThat(alerts(scene.labelled(), Optional.empty())).isEmpty();
    }

    @Test
    void aVerdictWithoutALevelRaisesNoAlert() {
        Rules sessionsOnly = new Rules(List.of(Scene.rule(Map.of(Verdict.SESSION, Level.CRITICAL))));
        LabelledFlow probe = Scene.tcp(51515, 1274).flags(2).labelled();
        LabelledFlow session = session().labelled();

        assertThat(alerts(sessionsOnly, probe, Optional.empty())).isEmpty();
        assertThat(alerts(sessionsOnly, session, Optional.empty()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.getSeverity()).isEqualTo(Level.CRITICAL));
    }

    private static Scene session() {
        return Scene.tcp(51515, 1274)
                .opened(Side.SOURCE)
                .state(FlowState.CLOSED)
                .sent(6, 412)
                .received(5, 2260)
                .observer("eni-1");
    }

    private static PortAlert only(Scene scene, Optional<RecordPosition> origin) {
        return only(scene.labelled(), origin);
    }

    private static PortAlert only(LabelledFlow labelled, Optional<RecordPosition> origin) {
        List<PortAlert> alerts = alerts(labelled, origin);
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    private static List<PortAlert> alerts(LabelledFlow labelled, Optional<RecordPosition> origin) {
        return alerts(RULES, labelled, origin);
    }

    private static List<PortAlert> alerts(Rules rules, LabelledFlow labelled, Optional<RecordPosition> origin) {
        return new LocalStories(() -> rules, flow -> labelled, StorySettings.defaults())
                .sighted(labelled, new Judge(() -> rules).judge(labelled), origin)
                .alerts();
    }
}
