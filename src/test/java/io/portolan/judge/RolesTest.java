package io.portolan.judge;

import static io.portolan.judge.Evidence.ANSWERED;
import static io.portolan.judge.Evidence.ASSIGNED_PORT;
import static io.portolan.judge.Evidence.AWS_SYN_ACK;
import static io.portolan.judge.Evidence.DISPUTED;
import static io.portolan.judge.Evidence.DOCUMENTED_PORT;
import static io.portolan.judge.Evidence.LONE_REFUSAL;
import static io.portolan.judge.Evidence.LONE_SYN_ACK;
import static io.portolan.judge.Evidence.LOWER_PORT;
import static io.portolan.judge.Evidence.NOT_ANSWERED;
import static io.portolan.judge.Evidence.SENSOR_STATES;
import static io.portolan.judge.Evidence.SYN;
import static io.portolan.judge.Evidence.SYSTEM_PORT;
import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RolesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theServerIsTold(String situation, Scene scene, Evidence evidence, Side server) {
        assertThat(Roles.of(scene.labelled())).isEqualTo(evidence.server(server));
    }

    static Stream<Arguments> theServerIsTold() {
        return Stream.of(
                row("the sensor says the source opened", tcp().opened(SOURCE), SENSOR_STATES, DESTINATION),
                row("the sensor says the destination opened", tcp().opened(DESTINATION), SENSOR_STATES, SOURCE),
                row(
                        "the sensor is believed before flags",
                        tcp().opened(DESTINATION).flags(2),
                        SENSOR_STATES,
                        SOURCE),
                row("SYN", tcp().flags(2), SYN, DESTINATION),
                row("SYN with ECN bits", tcp().flags(0xc2), SYN, DESTINATION),
                row("SYN and FIN of AWS", aws().flags(3).sent(6, 900), SYN, DESTINATION),
                row("SYN, then RST", tcp().flags(6).sent(2, 100), SYN, DESTINATION),
                row(
                        "SYN is believed before REJECT from a system port",
                        Scene.tcp(443, 1274).flags(2).action(Action.REJECT),
                        SYN,
                        DESTINATION),
                row("one SYN-ACK", tcp().flags(18), LONE_SYN_ACK, SOURCE),
                row("one SYN-ACK with ECE", tcp().flags(0x52), LONE_SYN_ACK, SOURCE),
                row("SYN-ACKs of AWS", aws().flags(18).sent(7, 376), AWS_SYN_ACK, SOURCE),
                row("SYN-ACK and FIN of AWS", aws().flags(19).sent(9, 5_000), AWS_SYN_ACK, SOURCE),
                row("one RST with ACK", tcp().flags(20).sent(1, 40), LONE_REFUSAL, SOURCE),
                row("one RST of AWS", aws().flags(4).sent(1, 40), LONE_REFUSAL, SOURCE),
                row("the sensor saw an attempt", tcp().state(FlowState.ATTEMPT), NOT_ANSWERED, DESTINATION),
                row("the sensor saw a refusal", tcp().state(FlowState.REJECTED), NOT_ANSWERED, DESTINATION),
                row("a packet filter rejected it", tcp().action(Action.REJECT), NOT_ANSWERED, DESTINATION),
                row("UDP rejected", Scene.udp(51515, 1274).action(Action.REJECT), NOT_ANSWERED, DESTINATION),
                row("both directions counted", tcp().sent(4, 300).received(3, 200), ANSWERED, DESTINATION),
                row("both directions of UDP", Scene.udp(51515, 1274).received(3, 200), ANSWERED, DESTINATION),
                row(
                        "a handshake in joined flags",
                        tcp().flags(0x1b).sent(6, 600).received(5, 500),
                        ANSWERED,
                        DESTINATION),
                row(
                        "a late reply of a system port is rejected",
                        Scene.tcp(443, 51515).action(Action.REJECT),
                        DISPUTED,
                        SOURCE),
                row("UDP both ways, but from a system port", Scene.udp(53, 1274).received(1, 80), DISPUTED, SOURCE),
                row("a system port", Scene.tcp(51515, 443), SYSTEM_PORT, DESTINATION),
                row("a system port against an assigned one", Scene.tcp(1274, 443), SYSTEM_PORT, DESTINATION),
                row("a reply of a system port", Scene.udp(53, 1274), SYSTEM_PORT, SOURCE),
                row("an assigned port", Scene.tcp(51515, 1274), ASSIGNED_PORT, DESTINATION),
                row("its reply", Scene.udp(1274, 51515), ASSIGNED_PORT, SOURCE),
                row("a documented port against a bare one", Scene.tcp(1274, 30003), DOCUMENTED_PORT, DESTINATION),
                row("its reply, documented against bare", Scene.tcp(30003, 1274), DOCUMENTED_PORT, SOURCE),
                row("the lower port of TCP", Scene.tcp(51515, 40000), LOWER_PORT, DESTINATION),
                row("the lower port of SCTP", Scene.of("test", 132, 2904, 3000), LOWER_PORT, SOURCE),
                row("the assigned port of SCTP", Scene.of("test", 132, 51515, 2905), ASSIGNED_PORT, DESTINATION),
                row("UDP-Lite by the registry of UDP", Scene.of("test", 136, 51515, 53), SYSTEM_PORT, DESTINATION));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theServerCannotBeTold(String situation, Scene scene) {
        assertThat(Roles.of(scene.labelled())).isEqualTo(Role.UNTOLD);
    }

    static Stream<Arguments> theServerCannotBeTold() {
        return Stream.of(
                Arguments.of("equal ports", Scene.udp(123, 123)),
                Arguments.of("equal ports of TCP", Scene.tcp(1274, 1274)),
                Arguments.of("UDP by port order", Scene.udp(51515, 40000)),
                Arguments.of("UDP-Lite by port order", Scene.of("test", 136, 51515, 40000)),
                Arguments.of("two system ports of UDP", Scene.udp(53, 123)),
                Arguments.of("a system port and itself", Scene.udp(53, 53)),
                Arguments.of("a fragment without ports", Scene.tcp(0, 0)),
                Arguments.of("port 0 and an unlisted one", Scene.tcp(0, 40000)),
                Arguments.of("ICMP type 4 code 250", Scene.of("test", 1, 4, 250)),
                Arguments.of("GRE", Scene.of("test", 47, 0, 0)));
    }

    /** What looks like evidence and is none: the row says what is left. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theEvidenceIsNotThere(String situation, Scene scene) {
        assertThat(Roles.of(scene.labelled()).isTelling()).isFalse();
    }

    static Stream<Arguments> theEvidenceIsNotThere() {
        return Stream.of(
                Arguments.of("joined flags of a client", tcp().flags(0x1b).sent(6, 600)),
                Arguments.of(
                        "joined flags of a server",
                        Scene.tcp(1274, 51515).flags(0x1b).sent(6, 600)),
                Arguments.of(
                        "a client that connects and closes", tcp().flags(0x13).sent(4, 216)),
                Arguments.of(
                        "a client that connects and aborts", tcp().flags(0x16).sent(3, 152)),
                Arguments.of(
                        "a client that only acknowledges", tcp().flags(0x12).sent(9, 480)),
                Arguments.of("one packet with all flags", tcp().flags(0x3f)),
                Arguments.of("a FIN scan", tcp().flags(1).sent(1, 40)),
                Arguments.of("a Xmas scan", tcp().flags(0x29).sent(1, 40)),
                Arguments.of("an ACK scan", tcp().flags(16).sent(1, 40)),
                Arguments.of("a null scan", tcp().flags(0).sent(1, 40)),
                Arguments.of("RST of an ordinary sensor", tcp().flags(4).sent(1, 40)),
                Arguments.of("RST and ACK after other packets", tcp().flags(20).sent(3, 160)),
                Arguments.of("the middle of a connection of AWS", aws().flags(0).sent(20, 9_000)),
                Arguments.of(
                        "the middle of a connection, rejected", aws().flags(0).action(Action.REJECT)),
                Arguments.of("a late FIN of AWS, rejected", aws().flags(1).action(Action.REJECT)),
                Arguments.of(
                        "the middle of a connection, both ways",
                        tcp().flags(24).sent(9, 900).received(8, 800)),
                Arguments.of(
                        "seen from the middle",
                        tcp().state(FlowState.PARTIAL).sent(9, 900).received(8, 800)),
                Arguments.of("AWS without flags", aws().sent(9, 900)),
                Arguments.of(
                        "one RST of sampled packets",
                        tcp().flags(20).sent(1, 40).sampled(1_000)),
                Arguments.of(
                        "a reply counted without its request", tcp().sent(0, 0).received(3, 200)));
    }

    @Test
    void evidenceOfOneRecordStandsInTheOrderOfItsStrength() {
        Set<RoleBasis> ofSeveral = EnumSet.of(RoleBasis.PAIR, RoleBasis.CLIENTS);

        assertThat(Arrays.stream(Evidence.values())
                        .filter(evidence -> !ofSeveral.contains(evidence.basis()))
                        .map(Evidence::confidence))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(confidence -> confidence > 0 && confidence <= 100);
    }

    @Test
    void portNumbersAloneAreAGuess() {
        assertThat(Arrays.stream(Evidence.values()).filter(e -> e.server(SOURCE).isGuess()))
                .containsExactly(SYSTEM_PORT, DISPUTED, ASSIGNED_PORT, DOCUMENTED_PORT, LOWER_PORT);
        assertThat(Role.UNTOLD.isGuess()).isFalse();
        assertThat(Role.UNTOLD.basis()).isEqualTo(RoleBasis.NONE);
    }

    private static Scene tcp() {
        return Scene.tcp(51515, 1274);
    }

    private static Scene aws() {
        return Scene.aws(51515, 1274);
    }

    private static Arguments row(String situation, Scene scene, Evidence evidence, Side server) {
        return Arguments.of(situation, scene, evidence, server);
    }
}
