package io.portolan.judge;

import io.portolan.judge.sigma.Detection;
import io.portolan.judge.sigma.Sighting;
import java.util.List;

/**
 * An allow-list of the site, in the form of a Sigma filter: rules keep only what its condition is true or unknown for.
 *
 * @param id UUID
 * @param title what is allowed
 * @param description why, empty if it does not say
 * @param rules ids of the rules that it speaks of
 * @param detection what it is joined to a rule's condition with, for example {@code not selection}
 */
public record Filter(String id, String title, String description, List<String> rules, Detection detection) {
    public Filter {
        rules = List.copyOf(rules);
    }

    /** Whether it surely allows the sighting, if it speaks of the rule: what is not known is not allowed. */
    boolean allows(Rule rule, Sighting sighting) {
        return rules.contains(rule.id()) && detection.evaluate(sighting).isFalse();
    }
}
