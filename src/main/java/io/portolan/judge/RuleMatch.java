package io.portolan.judge;

import java.util.Optional;

/**
 * A rule that matches a flow.
 *
 * @param rule the rule
 * @param allowedBy the filter that allows the flow all the same, if one does
 */
public record RuleMatch(Rule rule, Optional<Filter> allowedBy) {}
