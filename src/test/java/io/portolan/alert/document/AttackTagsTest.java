package io.portolan.alert.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Level;
import io.portolan.schema.RuleReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackTagsTest {
    @Test
    void aTechniqueBringsItsTactic() {
        AttackTags tags = AttackTags.of(rule("T1571"));

        assertThat(tags.techniques()).containsExactly(new Technique("T1571"));
        assertThat(tags.techniques().get(0).name()).contains("Non-Standard Port");
        assertThat(tags.techniques().get(0).url()).isEqualTo("https://attack.mitre.org/techniques/T1571/");
        assertThat(tags.tactics()).containsExactly(Tactic.COMMAND_AND_CONTROL);
        assertThat(tags.tactics().get(0).id()).isEqualTo("TA0011");
    }

    @Test
    void aTacticThatTheRuleNamesIsTheOneHoweverItIsWritten() {
        assertThat(AttackTags.of(rule("T1571", "attack.exfiltration")).tactics())
                .containsExactly(Tactic.EXFILTRATION);
        assertThat(AttackTags.of(rule(null, "attack.command_and_control")).tactics())
                .isEqualTo(
                        AttackTags.of(rule(null, "attack.command-and-control")).tactics())
                .containsExactly(Tactic.COMMAND_AND_CONTROL);
    }

    @Test
    void aSubTechniqueBelongsToItsTechnique() {
        AttackTags tags = AttackTags.of(rule(null, "attack.t1090.003"));

        Technique technique = tags.techniques().get(0);
        assertThat(technique.isSub()).isTrue();
        assertThat(technique.parent()).isEqualTo(new Technique("T1090"));
        assertThat(technique.url()).isEqualTo("https://attack.mitre.org/techniques/T1090/003/");
        assertThat(technique.name()).isEmpty();
        assertThat(tags.tactics()).containsExactly(Tactic.COMMAND_AND_CONTROL);
    }

    @Test
    void whatTheTechniqueAndTheTagsBothNameIsThereOnce() {
        assertThat(AttackTags.of(rule("T1571", "attack.t1571")).techniques()).hasSize(1);
    }

    @Test
    void groupsSoftwareAndOtherNamespacesAreNoTechniques() {
        AttackTags tags = AttackTags.of(rule(null, "attack.g0016", "attack.s0154", "cve.2024-1", "t1571", "attack."));

        assertThat(tags.techniques()).isEmpty();
        assertThat(tags.tactics()).isEmpty();
    }

    @Test
    void anUnknownTechniqueHasAPageAndNoName() {
        AttackTags tags = AttackTags.of(rule("T9999"));

        assertThat(tags.techniques().get(0).name()).isEmpty();
        assertThat(tags.tactics()).isEmpty();
    }

    private static RuleReference rule(String technique, String... tags) {
        return new RuleReference("id", "title", Level.HIGH, technique, List.of(tags), null, List.of(), List.of());
    }
}
