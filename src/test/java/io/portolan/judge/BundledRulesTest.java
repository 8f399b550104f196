package io.portolan.judge;

import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.registry.PortKey;
import io.portolan.schema.Documentation;
import io.portolan.schema.FlowState;
import io.portolan.schema.Level;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules of topology/rules match. */
class BundledRulesTest {
    private static final String FORGOTTEN = "First server on a forgotten port";
    private static final String PORT_1274 = "Port 1274 (t1distproc) in use";

    @Test
    void onlyTheRuleOf1274IsOnAndTheOthersAreInformational() throws Exception {
        assertThat(book().inForce().all()).map(Rule::title).containsExactly(PORT_1274);
        assertThat(book().rules())
                .filteredOn(rule -> !rule.title().equals(PORT_1274))
                .hasSize(3)
                .allSatisfy(rule -> {
                    assertThat(rule.status()).isEqualTo(RuleStatus.EXPERIMENTAL);
                    assertThat(rule.level()).isEqualTo(Level.INFORMATIONAL);
                    assertThat(rule.description()).contains("Noise to expect");
                    assertThat(rule.falsePositives()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, SESSION, HIGH",
        "ATTEMPT, PROBE, LOW",
        "REJECTED, PROBE, LOW",
        "PARTIAL, UNCERTAIN, INFORMATIONAL"
    })
    void port1274MatchesEveryVerdictWithACeilingOfItsOwn(FlowState state, Verdict verdict, Level ceiling)
            throws Exception {
        Rules rules = book().inForce();
        Scene scene = Scene.tcp(51515, 1274).state(state).sent(9, 900).received(8, 800);
        LabelledFlow flow = (verdict == Verdict.UNCERTAIN ? scene : scene.opened(SOURCE)).labelled();
        Judgement judgement = new Judge(rules).judge(flow);

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(rules.match(flow, judgement, false))
                .singleElement()
                .satisfies(match -> assertThat(match.rule().ceiling(verdict)).contains(ceiling));
    }

    @Test
    void aCoincidenceHasNoCeiling() throws Exception {
        Rules rules = book().inForce();
        LabelledFlow flow = Scene.udp(53, 1274).sent(1, 300).labelled();
        Judgement judgement = new Judge(rules).judge(flow);

        assertThat(judgement.verdict()).isEqualTo(Verdict.COINCIDENCE);
        assertThat(book().rules())
                .allSatisfy(
                        rule -> assertThat(rule.ceiling(Verdict.COINCIDENCE)).isEmpty());
    }

    @Test
    void aForgottenServerIsMatchedTheFirstTimeOnly() throws Exception {
        LabelledFlow flow = Scene.tcp(51515, 3000).labelled(registry());

        assertThat(matching(flow, Verdict.SESSION, true)).containsExactly(FORGOTTEN);
        assertThat(matching(flow, Verdict.SESSION, false)).isEmpty();
    }

    @Test
    void unauthorizedUseIsMatched() throws Exception {
        assertThat(matching(Scene.tcp(51515, 3001).labelled(registry()), Verdict.SESSION, false))
                .containsExactly("Server on a port in unauthorized use");
    }

    @ParameterizedTest
    @CsvSource({
        "1023, SESSION, true",
        "3002, SESSION, true",
        "3002, PROBE, false",
        "3003, SESSION, false",
        "60000, SESSION, false"
    })
    void aServerOnAReservedOrDeassignedPortIsMatchedUnlessItIsOnlyTried(int port, Verdict verdict, boolean matches)
            throws Exception {
        List<String> matching = matching(Scene.tcp(51515, port).labelled(registry()), verdict, false);

        assertThat(matching.contains("Server on a reserved or de-assigned port"))
                .isEqualTo(matches);
    }

    private static RuleBook book() throws Exception {
        return RuleFiles.read(Optional.empty(), Optional.empty());
    }

    private static List<String> matching(LabelledFlow flow, Verdict verdict, boolean firstSeen) throws Exception {
        Judgement judgement = new Judgement(new Role(DESTINATION, RoleBasis.SENSOR, 95), verdict, DESTINATION);
        return book().inForce(Set.of("stable", "experimental")).match(flow, judgement, firstSeen).stream()
                .map(match -> match.rule().title())
                .toList();
    }

    private static ChangingRegistry registry() {
        return new ChangingRegistry()
                .put("tcp/3000", Documentation.BARE, "quiet")
                .put(entry("tcp/3001", PortStatus.ASSIGNED, null, "Known unauthorized use by harbour"))
                .put(ChangingRegistry.entry("tcp/1023", PortStatus.RESERVED, null))
                .put(entry("tcp/3002", PortStatus.UNASSIGNED, "2009-08-05", null))
                .put(ChangingRegistry.entry("tcp/3003", PortStatus.UNASSIGNED, null));
    }

    private static PortAssignment entry(
            String port, PortStatus status, @Nullable String modified, @Nullable String unauthorizedUse) {
        PortKey key = PortKey.parse(port);
        List<String> names = status == PortStatus.ASSIGNED ? List.of("owner") : List.of();
        return new PortAssignment(
                key.transport().text(),
                key.port(),
                status,
                names,
                null,
                null,
                null,
                modified,
                null,
                unauthorizedUse,
                null,
                Documentation.REFERENCED,
                Origin.IANA,
                ChangingRegistry.VERSION);
    }
}
