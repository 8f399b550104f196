package io.portolan.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All rules and filters that there are, in force or not.
 *
 * @param rules in the order of their files
 * @param filters in the order of their files
 */
public record RuleBook(List<Rule> rules, List<Filter> filters) {
    /** The rules that are in force where nothing else is said. */
    public static final Set<String> ENABLED = Set.of(RuleStatus.STABLE.text());

    public RuleBook {
        rules = List.copyOf(rules);
        filters = List.copyOf(filters);
    }

    /** The rules in force where nothing else is said. */
    public Rules inForce() {
        return inForce(ENABLED);
    }

    /**
     * The rules in force. The others watch nothing and cost nothing.
     *
     * @param enabled statuses, as {@code stable}, and ids of rules
     * @throws IllegalArgumentException if one is neither; names it
     */
    public Rules inForce(Set<String> enabled) {
        enabled.stream().filter(Predicate.not(this::isStatusOrId)).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException("\"" + other
                    + "\" is neither the id of a rule nor a status; statuses are: "
                    + Arrays.stream(RuleStatus.values()).map(RuleStatus::text).collect(Collectors.joining(", ")));
        });
        return new Rules(rules.stream().filter(rule -> isEnabled(rule, enabled)).toList(), filters);
    }

    private boolean isStatusOrId(String word) {
        return Arrays.stream(RuleStatus.values())
                        .anyMatch(status -> status.text().equals(word))
                || rules.stream().anyMatch(rule -> rule.id().equals(word));
    }

    private static boolean isEnabled(Rule rule, Set<String> enabled) {
        return enabled.contains(rule.status().text()) || enabled.contains(rule.id());
    }
}
