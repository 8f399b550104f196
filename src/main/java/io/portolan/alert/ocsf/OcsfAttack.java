package io.portolan.alert.ocsf;

import io.portolan.alert.document.AttackTags;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Tactic;
import io.portolan.alert.document.Technique;
import io.portolan.schema.RuleReference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the {@code attacks}: a technique with a tactic that it serves, or one of both alone.
 *
 * @param technique null if the rule names a tactic only
 * @param tactic null if it is not known
 */
record OcsfAttack(@Nullable Technique technique, @Nullable Tactic tactic) {

    /** The list {@code attacks}. */
    static void write(Json json, RuleReference rule) {
        json.objects("attacks", of(AttackTags.of(rule)), (item, attack) -> attack.write(item));
    }

    private static List<OcsfAttack> of(AttackTags tags) {
        if (tags.techniques().isEmpty()) {
            return tags.tactics().stream()
                    .map(tactic -> new OcsfAttack(null, tactic))
                    .toList();
        }
        return tags.techniques().stream()
                .flatMap(technique -> of(technique, tags.tactics()))
                .toList();
    }

    private static Stream<OcsfAttack> of(Technique technique, List<Tactic> tactics) {
        return tactics.isEmpty()
                ? Stream.of(new OcsfAttack(technique, null))
                : tactics.stream().map(tactic -> new OcsfAttack(technique, tactic));
    }

    private void write(Json json) {
        if (technique != null) {
            json.object("technique", item -> technique(item, technique.parent()));
            if (technique.isSub()) {
                json.object("sub_technique", item -> technique(item, technique));
            }
        }
        if (tactic != null) {
            json.object("tactic", item -> {
                item.text("uid", tactic.id());
                item.text("name", tactic.title());
                item.text("src_url", tactic.url());
            });
        }
    }

    private static void technique(Json json, Technique technique) {
        json.text("uid", technique.id());
        json.text("name", technique.name().orElse(null));
        json.text("src_url", technique.url());
    }
}
