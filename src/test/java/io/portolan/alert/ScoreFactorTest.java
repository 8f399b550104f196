package io.portolan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Documentation;
import io.portolan.schema.Factor;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import io.portolan.schema.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreFactorTest {
    @ParameterizedTest
    @CsvSource({
        "ANSWERED, 40, answered",
        "UNANSWERED, 5, unanswered",
        "ROLES_UNTOLD, 10, roles_untold",
        "OUTSIDE_PARTY, 20, outside_party",
        "BARE_PORT, 15, bare_port",
        "UNAUTHORIZED_USE, 10, unauthorized_use",
        "BYTES_OUT_OVER_IN, 10, bytes_out_over_in",
        "LOW_ROLE_CONFIDENCE, -10, low_role_confidence",
    })
    void aFactorHasItsPoints(ScoreFactor factor, int points, String name) {
        assertThat(factor.points()).isEqualTo(points);
        assertThat(factor.text()).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void theFactorsThatApplyMakeTheScore(String situation, Scene scene, List<ScoreFactor> factors, int score) {
        List<Factor> found = ScoreFactor.of(facts(scene.labelled()));

        assertThat(found)
                .containsExactlyElementsOf(factors.stream()
                        .map(factor -> new Factor(factor.text(), factor.points(), factor.reason()))
                        .toList());
        assertThat(ScoreFactor.sum(found)).isEqualTo(score);
    }

    static Stream<Arguments> theFactorsThatApplyMakeTheScore() {
        ScoreFactor outside = ScoreFactor.OUTSIDE_PARTY;
        ScoreFactor bare = ScoreFactor.BARE_PORT;
        ScoreFactor low = ScoreFactor.LOW_ROLE_CONFIDENCE;
        return Stream.of(
                Arguments.of(
                        "a session from outside that sends out",
                        stated().sent(9, 900).received(9, 9_000),
                        List.of(ScoreFactor.ANSWERED, outside, bare, ScoreFactor.BYTES_OUT_OVER_IN),
                        85),
                Arguments.of(
                        "a session inside",
                        inside(stated()).sent(9, 900).received(9, 900),
                        List.of(ScoreFactor.ANSWERED, bare),
                        55),
                Arguments.of(
                        "both ways, and nobody says who opened",
                        Scene.tcp(51515, 1274).sent(9, 900).received(9, 800),
                        List.of(ScoreFactor.ANSWERED, outside, bare, low),
                        65),
                Arguments.of(
                        "a probe from outside",
                        Scene.tcp(51515, 1274).flags(2),
                        List.of(ScoreFactor.UNANSWERED, outside, bare),
                        40),
                Arguments.of(
                        "an uncertain flow inside",
                        inside(Scene.tcp(51515, 1274)),
                        List.of(ScoreFactor.ROLES_UNTOLD, bare, low),
                        15),
                Arguments.of(
                        "a server whose client's bytes are not counted",
                        Scene.aws(1274, 51515).flags(18).sent(9, 9_000).addresses("192.0.2.10", "10.0.0.7"),
                        List.of(ScoreFactor.ANSWERED, bare),
                        55));
    }

    @Test
    void unauthorizedUseThatWasReportedCounts() {
        PortAssignment reported = PortAssignment.newBuilder()
                .setTransport("tcp")
                .setPort(1274)
                .setStatus(PortStatus.ASSIGNED)
                .setNames(List.of("t1distproc"))
                .setUnauthorizedUse("Known on the harbour network")
                .setDocumentation(Documentation.DESCRIBED)
                .setOrigin(Origin.IANA)
                .setVersion("2026-09-01")
                .build();

        assertThat(ScoreFactor.of(facts(stated().labelled(new ChangingRegistry().put(reported)))))
                .map(Factor::getName)
                .contains("unauthorized_use")
                .doesNotContain("bare_port");
    }

    @Test
    void theSumStaysWithin0And100() {
        assertThat(ScoreFactor.sum(List.of())).isZero();
        assertThat(ScoreFactor.sum(List.of(new Factor("low", -10, "")))).isZero();
        assertThat(ScoreFactor.sum(IntStream.range(0, 3)
                        .mapToObj(i -> new Factor("answered", 40, ""))
                        .toList()))
                .isEqualTo(100);
        assertThat(Arrays.stream(ScoreFactor.values()).map(ScoreFactor::reason)).doesNotContain("");
    }

    private static Scene stated() {
        return Scene.tcp(51515, 1274).opened(Side.SOURCE);
    }

    private static Scene inside(Scene scene) {
        return scene.addresses("10.0.0.7", "10.0.0.10");
    }

    private static AlertFacts facts(LabelledFlow labelled) {
        return AlertFacts.of(labelled, new Judge(new Rules(List.of(Scene.RULE))).judge(labelled));
    }
}
