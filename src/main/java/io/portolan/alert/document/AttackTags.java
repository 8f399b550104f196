package io.portolan.alert.document;

import io.portolan.schema.RuleReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule's tags say of MITRE ATT&CK (Sigma specification, appendix tags): {@code attack.t1571},
 * {@code attack.command-and-control}. Tags of other namespaces, of groups and of software say nothing here.
 *
 * @param techniques in the order of the tags
 * @param tactics in the order of ATT&CK; those of the techniques if no tag names one
 */
public record AttackTags(List<Technique> techniques, List<Tactic> tactics) {
    private static final String NAMESPACE = "attack.";

    public static AttackTags of(RuleReference rule) {
        List<String> tags = rule.getTags().stream()
                .filter(tag -> tag.startsWith(NAMESPACE))
                .map(tag -> tag.substring(NAMESPACE.length()))
                .toList();
        List<Technique> techniques = Stream.concat(
                        Stream.ofNullable(rule.getTechnique()),
                        tags.stream().map(tag -> tag.toUpperCase(Locale.ROOT)).filter(Technique::isId))
                .distinct()
                .map(Technique::new)
                .toList();
        List<Tactic> named =
                tags.stream().flatMap(tag -> Tactic.ofTag(tag).stream()).toList();
        List<Tactic> served = techniques.stream()
                .map(Technique::tactic)
                .flatMap(Optional::stream)
                .toList();
        return new AttackTags(techniques, inOrder(named.isEmpty() ? served : named));
    }

    private static List<Tactic> inOrder(List<Tactic> tactics) {
        return Arrays.stream(Tactic.values()).filter(tactics::contains).toList();
    }
}
