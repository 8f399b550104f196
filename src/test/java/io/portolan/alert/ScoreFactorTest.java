package io.portolan.alert;

import static io.portolan.alert.ScoreFactor.ANSWERED;
import static io.portolan.alert.ScoreFactor.BARE_PORT;
import static io.portolan.alert.ScoreFactor.BYTES_OUT_OVER_IN;
import static io.portolan.alert.ScoreFactor.FIRST_SEEN;
import static io.portolan.alert.ScoreFactor.LONG_LIVED;
import static io.portolan.alert.ScoreFactor.LOW_ROLE_CONFIDENCE;
import static io.portolan.alert.ScoreFactor.OUTSIDE_PARTY;
import static io.portolan.alert.ScoreFactor.REPEATED_AT_A_PERIOD;
import static io.portolan.alert.ScoreFactor.ROLES_UNTOLD;
import static io.portolan.alert.ScoreFactor.UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Judge;
import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Documentation;
import io.portolan.schema.Factor;
import io.portolan.schema.Level;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import io.portolan.schema.Side;
import io.portolan.schema.StoryKind;
import io.portolan.summary.Distinct;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreFactorTest {
    private static final Counts GATHERED = new Counts(Set.of());

    @ParameterizedTest
    @CsvSource({
        "ANSWERED, 40, answered",
        "UNANSWERED, 20, unanswered",
        "ROLES_UNTOLD, 10, roles_untold",
        "OUTSIDE_PARTY, 40, outside_party",
        "BARE_PORT, 5, bare_port",
        "FIRST_SEEN, 5, first_seen",
        "REPEATED_AT_A_PERIOD, 10, repeated_at_a_period",
        "LONG_LIVED, 5, long_lived",
        "BYTES_OUT_OVER_IN, 5, bytes_out_over_in",
        "UNAUTHORIZED_USE, 5, unauthorized_use",
        "LOW_ROLE_CONFIDENCE, -5, low_role_confidence",
    })
    void aFactorHasItsPoints(ScoreFactor factor, int points, String name) {
        assertThat(factor.points()).isEqualTo(points);
        assertThat(factor.text()).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theFactorsThatApplyMakeTheScoreAndThatTheSeverity(
            String situation, AlertFacts facts, List<ScoreFactor> factors, int score, Level severity) {
        List<Factor> found = ScoreFactor.of(facts);

        assertThat(found)
                .containsExactlyElementsOf(factors.stream()
                        .map(factor -> new Factor(factor.text(), factor.points(), factor.reason()))
                        .toList());
        assertThat(ScoreFactor.score(facts)).isEqualTo(score);
        assertThat(Alerts.severity(facts, Level.CRITICAL)).isEqualTo(severity);
    }

    static Stream<Arguments> theFactorsThatApplyMakeTheScoreAndThatTheSeverity() {
        LabelledFlow session = stated().sent(9, 900).received(9, 800).labelled();
        return Stream.of(
                Arguments.of(
                        "a session with somebody outside",
                        facts(session, GATHERED.outside()),
                        List.of(ANSWERED, OUTSIDE_PARTY, BARE_PORT),
                        85,
                        Level.HIGH),
                Arguments.of(
                        "a session inside", facts(session, GATHERED), List.of(ANSWERED, BARE_PORT), 45, Level.MEDIUM),
                Arguments.of(
                        "a session inside of which all else holds",
                        facts(
                                session,
                                GATHERED.firstSeen().periodic().longLived().sentMore()),
                        List.of(ANSWERED, BARE_PORT, FIRST_SEEN, REPEATED_AT_A_PERIOD, LONG_LIVED, BYTES_OUT_OVER_IN),
                        70,
                        Level.MEDIUM),
                Arguments.of(
                        "a beacon to somebody outside",
                        facts(session, GATHERED.outside().firstSeen().periodic()),
                        List.of(ANSWERED, OUTSIDE_PARTY, BARE_PORT, FIRST_SEEN, REPEATED_AT_A_PERIOD),
                        100,
                        Level.CRITICAL),
                Arguments.of(
                        "one of which all else holds, which comes to more than the highest score",
                        facts(
                                session,
                                GATHERED.outside()
                                        .firstSeen()
                                        .periodic()
                                        .longLived()
                                        .sentMore()),
                        List.of(
                                ANSWERED,
                                OUTSIDE_PARTY,
                                BARE_PORT,
                                FIRST_SEEN,
                                REPEATED_AT_A_PERIOD,
                                LONG_LIVED,
                                BYTES_OUT_OVER_IN),
                        100,
                        Level.CRITICAL),
                Arguments.of(
                        "both ways, and nobody says who opened",
                        facts(
                                Scene.tcp(51515, 1274)
                                        .sent(9, 900)
                                        .received(9, 800)
                                        .labelled(),
                                GATHERED.outside()),
                        List.of(ANSWERED, OUTSIDE_PARTY, BARE_PORT, LOW_ROLE_CONFIDENCE),
                        80,
                        Level.HIGH),
                Arguments.of(
                        "a probe inside",
                        facts(Scene.tcp(51515, 1274).flags(2).labelled(), GATHERED),
                        List.of(UNANSWERED, BARE_PORT),
                        25,
                        Level.LOW),
                Arguments.of(
                        "an uncertain flow inside",
                        facts(Scene.tcp(51515, 1274).labelled(), GATHERED),
                        List.of(ROLES_UNTOLD, BARE_PORT, LOW_ROLE_CONFIDENCE),
                        10,
                        Level.INFORMATIONAL));
    }

    @ParameterizedTest
    @CsvSource({
        "0, INFORMATIONAL",
        "19, INFORMATIONAL",
        "20, LOW",
        "39, LOW",
        "40, MEDIUM",
        "74, MEDIUM",
        "75, HIGH",
        "89, HIGH",
        "90, CRITICAL",
        "100, CRITICAL"
    })
    void aSeverityBeginsAtAScore(int score, Level severity) {
        assertThat(Severity.of(score)).isEqualTo(severity);
    }

    @Test
    void aRuleKeepsTheSeverityDown() {
        AlertFacts facts = facts(stated().sent(9, 900).received(9, 800).labelled(), GATHERED.outside());

        assertThat(Alerts.severity(facts, Level.LOW)).isEqualTo(Level.LOW);
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

        assertThat(ScoreFactor.of(facts(stated().labelled(new ChangingRegistry().put(reported)), GATHERED)))
                .map(Factor::getName)
                .contains("unauthorized_use")
                .doesNotContain("bare_port");
    }

    @Test
    void aFactorHasAReason() {
        assertThat(Arrays.stream(ScoreFactor.values()).map(ScoreFactor::reason)).doesNotContain("");
    }

    private static Scene stated() {
        return Scene.tcp(51515, 1274).opened(Side.SOURCE);
    }

    private static AlertFacts facts(LabelledFlow labelled, Counts counts) {
        return AlertFacts.of(
                labelled, new Judge(() -> new Rules(List.of(Scene.RULE))).judge(labelled), counts.gathered());
    }

    /** What a story gathered, of which nothing applies but what a test says. */
    private record Counts(Set<String> said) {
        Counts outside() {
            return with("outside");
        }

        Counts firstSeen() {
            return with("first seen");
        }

        Counts periodic() {
            return with("periodic");
        }

        Counts longLived() {
            return with("long-lived");
        }

        Counts sentMore() {
            return with("sent more");
        }

        private Counts with(String more) {
            Set<String> all = new HashSet<>(said);
            all.add(more);
            return new Counts(all);
        }

        Gathered gathered() {
            return new Gathered(
                    StoryKind.SERVER,
                    said.contains("first seen"),
                    said.contains("outside"),
                    2,
                    1,
                    said.contains("sent more") ? 901 : 900,
                    900,
                    Instant.ofEpochMilli(1_700_000_000_500L),
                    Instant.ofEpochMilli(1_700_000_001_750L),
                    Duration.ofMinutes(said.contains("long-lived") ? 60 : 59),
                    Distinct.of(List.of("198.51.100.7"), null, 1),
                    said.contains("periodic") ? Optional.of(Duration.ofMinutes(1)) : Optional.empty());
        }
    }
}
