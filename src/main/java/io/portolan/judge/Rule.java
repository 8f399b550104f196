package io.portolan.judge;

import io.portolan.judge.sigma.Detection;
import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A detection rule: what nobody should be doing, and how bad it is if somebody does. Read from {@code topology/rules},
 * where the words are those of the Sigma specification.
 *
 * @param id UUID
 * @param title what an alert is called
 * @param description what the rule looks for and why, empty if it does not say
 * @param status how far it is proven
 * @param level level of the rule as a whole
 * @param levels highest severity of an alert by its verdict; a verdict that is missing raises none
 * @param tags tags, for example attack.t1571
 * @param references addresses to read on
 * @param falsePositives what else may match
 * @param detection which flows match
 */
public record Rule(
        String id,
        String title,
        String description,
        RuleStatus status,
        Level level,
        Map<Verdict, Level> levels,
        List<String> tags,
        List<String> references,
        List<String> falsePositives,
        Detection detection) {
    private static final String TECHNIQUE_TAG = "attack.t";

    public Rule {
        levels = Map.copyOf(levels);
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
    }

    /** Highest severity of an alert with this verdict, if it raises one. */
    public Optional<Level> ceiling(Verdict verdict) {
        return Optional.ofNullable(levels.get(verdict));
    }

    /** MITRE ATT&CK technique, for example T1571, if a tag names one. */
    public Optional<String> technique() {
        return tags.stream()
                .filter(tag -> tag.startsWith(TECHNIQUE_TAG))
                .map(tag -> tag.substring(TECHNIQUE_TAG.length() - 1).toUpperCase(Locale.ROOT))
                .findFirst();
    }
}
