package io.portolan.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.alert.story.LocalStories;
import io.portolan.alert.story.StorySettings;
import io.portolan.judge.Filter;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.Judge;
import io.portolan.judge.RuleFiles;
import io.portolan.judge.Rules;
import io.portolan.judge.Scene;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.schema.PortAlert;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllowListTest {
    private static final Rules RULES = new Rules(List.of(Scene.RULE));

    static Stream<LabelledFlow> sessions() {
        return Stream.of(
                session().labelled(),
                session().addresses("2001:db8::7", "2001:db8::10").labelled(),
                Scene.udp(51515, 1274)
                        .opened(Side.SOURCE)
                        .sent(3, 300)
                        .received(3, 300)
                        .labelled());
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void theFilterOfAnAlertAllowsItsServerAndNoOther(LabelledFlow flow) throws InvalidRuleException {
        PortAlert alert = stories(RULES)
                .sighted(flow, new Judge(() -> RULES).judge(flow), Optional.empty())
                .alerts()
                .get(0);

        Filter filter = RuleFiles.filter("pasted.yml", alert.getAllowList(), Set.of(Scene.RULE.id()));

        Rules allowing = new Rules(List.of(Scene.RULE), List.of(filter));
        Judge judge = new Judge(() -> allowing);
        LabelledFlow other = session().addresses("198.51.100.7", "192.0.2.11").labelled();
        assertThat(judge.judge(flow).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(stories(allowing)
                        .sighted(flow, judge.judge(flow), Optional.empty())
                        .alerts())
                .isEmpty();
        assertThat(judge.judge(other).verdict()).isEqualTo(Verdict.SESSION);
    }

    private static LocalStories stories(Rules rules) {
        return new LocalStories(
                () -> rules,
                flow -> new Labeller(ChangingRegistry.ofKnownPorts()).label(flow),
                StorySettings.defaults());
    }

    private static Scene session() {
        return Scene.tcp(51515, 1274).opened(Side.SOURCE).sent(6, 412).received(5, 2260);
    }
}
