package io.portolan.judge;

import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;
import static io.portolan.schema.Verdict.COINCIDENCE;
import static io.portolan.schema.Verdict.NONE;
import static io.portolan.schema.Verdict.PROBE;
import static io.portolan.schema.Verdict.SESSION;
import static io.portolan.schema.Verdict.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {
    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource({
        "sensorsThatStateMuch",
        "awsWithFlags",
        "awsWithoutFlags",
        "oneWayRecords",
        "scans",
        "bothWays",
        "otherTransports",
        "unwatched"
    })
    void aFlowIsJudged(String situation, Scene scene, Verdict verdict) {
        assertThat(scene.judged().verdict()).isEqualTo(verdict);
    }

    static Stream<Arguments> sensorsThatStateMuch() {
        return Stream.of(
                row("a session to 1274", stated(51515, 1274).state(FlowState.CLOSED), SESSION),
                row("established, no end seen", stated(51515, 1274).state(FlowState.ESTABLISHED), SESSION),
                row("answered, then aborted", stated(51515, 1274).state(FlowState.RESET), SESSION),
                row("an attempt", stated(51515, 1274).state(FlowState.ATTEMPT), PROBE),
                row("a refusal", stated(51515, 1274).state(FlowState.REJECTED), PROBE),
                row("a coincidence to 30003, refused", stated(1274, 30003).state(FlowState.REJECTED), COINCIDENCE),
                row("a coincidence to 17014, refused", stated(1274, 17014).state(FlowState.REJECTED), COINCIDENCE),
                row("a coincidence, answered", stated(1274, 443).state(FlowState.CLOSED), COINCIDENCE),
                row(
                        "recorded from the server's side",
                        Scene.tcp(1274, 51515).opened(DESTINATION).state(FlowState.CLOSED),
                        SESSION),
                row(
                        "a coincidence from the server's side",
                        Scene.tcp(30003, 1274).opened(DESTINATION).state(FlowState.CLOSED),
                        COINCIDENCE),
                row(
                        "the server's replies went another way",
                        stated(51515, 1274)
                                .state(FlowState.PARTIAL)
                                .flags(0x13)
                                .sent(5, 400)
                                .received(0, 0),
                        SESSION),
                row(
                        "the client's packets went another way",
                        stated(51515, 1274).state(FlowState.PARTIAL).sent(0, 0).received(2, 100),
                        SESSION),
                row(
                        "partial, and refused",
                        stated(51515, 1274).state(FlowState.PARTIAL).flags(2).received(1, 40),
                        PROBE),
                row(
                        "the middle of a conversation, and nobody knows who opened",
                        Scene.tcp(51515, 1274)
                                .state(FlowState.PARTIAL)
                                .sent(9, 900)
                                .received(8, 800),
                        UNCERTAIN));
    }

    static Stream<Arguments> awsWithFlags() {
        return Stream.of(
                row(
                        "client: SYN, and much more than that",
                        Scene.aws(51515, 1274).flags(2).sent(8, 568),
                        SESSION),
                row("client: SYN and FIN", Scene.aws(51515, 1274).flags(3).sent(5, 270), SESSION),
                row("client: SYN alone", Scene.aws(51515, 1274).flags(2).sent(1, 60), PROBE),
                row("client: SYN, repeated", Scene.aws(51515, 1274).flags(2).sent(6, 360), PROBE),
                row(
                        "client: SYN of IPv6, repeated",
                        Scene.aws(51515, 1274)
                                .addresses("2001:db8::7", "2001:db8::10")
                                .flags(2)
                                .sent(6, 480),
                        PROBE),
                row(
                        "client: data over IPv6",
                        Scene.aws(51515, 1274)
                                .addresses("2001:db8::7", "2001:db8::10")
                                .flags(2)
                                .sent(6, 900),
                        SESSION),
                row(
                        "client: SYN and FIN in a scan",
                        Scene.aws(51515, 1274).flags(3).sent(2, 80),
                        PROBE),
                row("client: SYN, rejected", Scene.aws(51515, 1274).flags(2).action(Action.REJECT), PROBE),
                row("server: SYN-ACK", Scene.aws(1274, 51515).flags(18).sent(7, 376), SESSION),
                row("server: SYN-ACK and FIN", Scene.aws(1274, 51515).flags(19).sent(9, 5_000), SESSION),
                row("server: one SYN-ACK", Scene.aws(1274, 51515).flags(18).sent(1, 60), SESSION),
                row("server: RST alone", Scene.aws(1274, 51515).flags(4).sent(1, 40), PROBE),
                row(
                        "server: SYN-ACK, rejected on its way",
                        Scene.aws(1274, 51515).flags(18).action(Action.REJECT),
                        PROBE),
                row("client on 1274: SYN", Scene.aws(1274, 30003).flags(2), COINCIDENCE),
                row(
                        "client on 1274: SYN and FIN",
                        Scene.aws(1274, 8080).flags(3).sent(9, 2_000),
                        COINCIDENCE),
                row("its server: SYN-ACK", Scene.aws(8080, 1274).flags(18).sent(9, 5_000), COINCIDENCE),
                row(
                        "its server: SYN-ACK and FIN",
                        Scene.aws(8080, 1274).flags(19).sent(9, 5_000),
                        COINCIDENCE),
                row("its server: RST alone", Scene.aws(30003, 1274).flags(4).sent(1, 40), COINCIDENCE),
                row(
                        "the middle of a connection",
                        Scene.aws(51515, 1274).flags(0).sent(90, 9_000),
                        UNCERTAIN));
    }

    static Stream<Arguments> awsWithoutFlags() {
        return Stream.of(
                row("to 1274", Scene.aws(51515, 1274).sent(20, 4_000), UNCERTAIN),
                row("from 1274", Scene.aws(1274, 51515).sent(20, 4_000), UNCERTAIN),
                row("to 1274, rejected", Scene.aws(51515, 1274).action(Action.REJECT), PROBE),
                row("from 1274, rejected", Scene.aws(1274, 30003).action(Action.REJECT), COINCIDENCE),
                row("a client on 1274 of a system port", Scene.aws(1274, 443).sent(20, 4_000), COINCIDENCE),
                row("the reply of a system port", Scene.aws(443, 1274).sent(20, 4_000), COINCIDENCE),
                row(
                        "a late reply of a system port, rejected",
                        Scene.aws(443, 1274).action(Action.REJECT),
                        UNCERTAIN));
    }

    static Stream<Arguments> oneWayRecords() {
        return Stream.of(
                row(
                        "joined flags of the client",
                        Scene.tcp(51515, 1274).flags(0x1b).sent(9, 2_000),
                        UNCERTAIN),
                row(
                        "joined flags of the server",
                        Scene.tcp(1274, 51515).flags(0x1b).sent(9, 2_000),
                        UNCERTAIN),
                row(
                        "a health check from 1274",
                        Scene.tcp(1274, 8080).flags(0x13).sent(4, 216),
                        UNCERTAIN),
                row("a health check of 1274", Scene.tcp(51515, 1274).flags(0x13).sent(4, 216), UNCERTAIN),
                row(
                        "a health check from 1274 of http",
                        Scene.tcp(1274, 80).flags(0x13).sent(4, 216),
                        COINCIDENCE),
                row("SYN alone", Scene.tcp(51515, 1274).flags(2), PROBE),
                row(
                        "SYN, repeated, of a sensor that counts frames",
                        Scene.tcp(51515, 1274).flags(2).sent(3, 234),
                        PROBE),
                row(
                        "SYN with a payload, repeated",
                        Scene.tcp(51515, 1274).flags(2).sent(4, 4_000),
                        PROBE),
                row("one SYN-ACK", Scene.tcp(1274, 51515).flags(18), SESSION),
                row("the refusal of a probe", Scene.tcp(1274, 51515).flags(20).sent(1, 40), PROBE),
                row(
                        "the refusal of a coincidence",
                        Scene.tcp(30003, 1274).flags(20).sent(1, 40),
                        COINCIDENCE));
    }

    static Stream<Arguments> scans() {
        return Stream.of(
                row("SYN", Scene.tcp(51515, 1274).flags(2).sent(1, 44), PROBE),
                row("FIN", Scene.tcp(51515, 1274).flags(1).sent(1, 40), UNCERTAIN),
                row("Xmas", Scene.tcp(51515, 1274).flags(0x29).sent(1, 40), UNCERTAIN),
                row("ACK", Scene.tcp(51515, 1274).flags(16).sent(1, 40), UNCERTAIN),
                row(
                        "ACK, where the sensor states who opened",
                        stated(51515, 1274).flags(16).sent(2, 80).received(2, 80),
                        PROBE),
                row(
                        "FIN and ACK, where the sensor states who opened",
                        stated(51515, 1274).flags(17).sent(1, 40).received(1, 40),
                        PROBE),
                row("SYN and FIN, twice", Scene.tcp(51515, 1274).flags(3).sent(2, 80), PROBE),
                row(
                        "half-open, and the port is open",
                        Scene.tcp(51515, 1274).flags(6).sent(2, 84).received(1, 44),
                        SESSION),
                row(
                        "half-open, and the port is closed",
                        Scene.tcp(51515, 1274).flags(2).sent(1, 44).received(1, 40),
                        PROBE));
    }

    static Stream<Arguments> bothWays() {
        return Stream.of(
                row(
                        "nobody says who opened",
                        Scene.tcp(51515, 1274).sent(9, 900).received(8, 4_000),
                        SESSION),
                row(
                        "a handshake in the joined flags",
                        Scene.tcp(51515, 1274).flags(0x1b).sent(6, 400).received(5, 300),
                        SESSION),
                row(
                        "the joined flags of a client on 1274",
                        Scene.tcp(1274, 8080).flags(0x1b).sent(6, 400).received(5, 300),
                        COINCIDENCE),
                row(
                        "SYN and its refusal, flags unknown",
                        Scene.tcp(51515, 1274).sent(1, 52).received(1, 40),
                        PROBE),
                row(
                        "three SYN and their refusals, flags unknown",
                        Scene.tcp(51515, 1274).sent(3, 156).received(3, 120),
                        PROBE),
                row(
                        "three SYN and their refusals over IPv6",
                        Scene.tcp(51515, 1274)
                                .addresses("2001:db8::7", "2001:db8::10")
                                .sent(3, 216)
                                .received(3, 180),
                        PROBE),
                row(
                        "SYN and its refusal",
                        stated(51515, 1274).flags(2).sent(1, 52).received(1, 40),
                        PROBE),
                row(
                        "SYN and a refusal in a padded frame",
                        stated(51515, 1274).flags(2).sent(1, 66).received(1, 60),
                        PROBE),
                row(
                        "flags of the first packet alone, and data",
                        stated(51515, 1274).flags(2).sent(20, 1_100).received(30, 30_000),
                        SESSION),
                row(
                        "counters at their end",
                        stated(51515, 1274).sent(Long.MAX_VALUE, Long.MAX_VALUE).received(Long.MAX_VALUE, 1),
                        PROBE),
                row(
                        "accepted by a firewall, never answered",
                        stated(51515, 1274).action(Action.ACCEPT).sent(3, 180).received(0, 0),
                        PROBE),
                row(
                        "rejected by a firewall that counts its own RST",
                        stated(51515, 1274).action(Action.REJECT).sent(1, 60).received(1, 44),
                        PROBE));
    }

    static Stream<Arguments> otherTransports() {
        return Stream.of(
                row("UDP one way to 1274", Scene.udp(51515, 1274), UNCERTAIN),
                row("UDP one way from 1274", Scene.udp(1274, 51515), UNCERTAIN),
                row("UDP answered", stated(Scene.udp(51515, 1274)).received(2, 200), SESSION),
                row("UDP not answered", stated(Scene.udp(51515, 1274)).received(0, 0), PROBE),
                row(
                        "UDP both ways, nobody says who opened",
                        Scene.udp(51515, 1274).received(2, 200),
                        SESSION),
                row("UDP reply to a client on 1274", Scene.udp(53, 1274).sent(1, 300), COINCIDENCE),
                row("UDP 53 to 1274 both ways", Scene.udp(53, 1274).sent(1, 300).received(1, 60), UNCERTAIN),
                row(
                        "UDP-Lite is watched as UDP",
                        stated(Scene.of("test", 136, 51515, 1274)).received(1, 60),
                        SESSION),
                row("SCTP answered", stated(Scene.of("test", 132, 51515, 1274)).received(4, 400), SESSION),
                row("SCTP one way", Scene.of("test", 132, 51515, 1274), UNCERTAIN));
    }

    static Stream<Arguments> unwatched() {
        return Stream.of(
                row("another port", stated(51515, 443).state(FlowState.CLOSED), NONE),
                row("a transport that the rule does not name", stated(Scene.of("test", 33, 51515, 1274)), NONE),
                row("ICMP type 4 code 250", Scene.of("test", 1, 4, 250), NONE),
                row("ICMP whose type and code make 1274", Scene.of("test", 1, 0, 1274), NONE));
    }

    @Test
    void withBothPortsWatchedTheServersIsMeant() {
        Judgement toldBySensor = stated(1274, 1274).state(FlowState.CLOSED).judged();
        Judgement untold = Scene.udp(1274, 1274).judged();

        assertThat(toldBySensor.watched()).isEqualTo(DESTINATION);
        assertThat(toldBySensor.verdict()).isEqualTo(SESSION);
        assertThat(untold.watched()).isEqualTo(DESTINATION);
        assertThat(untold.verdict()).isEqualTo(UNCERTAIN);
        assertThat(Scene.tcp(1274, 1274)
                        .opened(DESTINATION)
                        .state(FlowState.CLOSED)
                        .judged()
                        .watched())
                .isEqualTo(SOURCE);
    }

    @Test
    void theWatchedSideIsNamedAlsoIfItIsTheClients() {
        assertThat(stated(1274, 443).judged().watched()).isEqualTo(SOURCE);
        assertThat(Scene.tcp(443, 1274).judged().watched()).isEqualTo(DESTINATION);
        assertThat(stated(51515, 443).judged().watched()).isEqualTo(Side.UNKNOWN);
    }

    /** The registry alone would say that 80 is the server, and the counters that it was answered. */
    @Test
    void aGuessIsNeverASession() {
        Rule web = Scene.rule("""
                title: Port 80
                id: 00000000-0000-0000-0000-000000000080
                status: stable
                logsource: {category: firewall}
                detection:
                  selection: {server.port: 80, network.transport: tcp}
                  condition: selection
                level: high
                """);
        Judge judge = new Judge(new Rules(List.of(web)));

        assertThat(judge.judge(Scene.aws(51515, 80).sent(20, 9_000).labelled()).verdict())
                .isEqualTo(UNCERTAIN);
        assertThat(judge.judge(Scene.aws(80, 51515).sent(20, 9_000).labelled()).verdict())
                .isEqualTo(UNCERTAIN);
        assertThat(judge.judge(Scene.aws(51515, 80).flags(3).sent(20, 9_000).labelled())
                        .verdict())
                .isEqualTo(SESSION);
    }

    private static Scene stated(int src, int dst) {
        return stated(Scene.tcp(src, dst));
    }

    private static Scene stated(Scene scene) {
        return scene.opened(SOURCE);
    }

    private static Arguments row(String situation, Scene scene, Verdict verdict) {
        return Arguments.of(situation, scene, verdict);
    }
}
