package io.portolan.judge;

import io.portolan.judge.sigma.Detection.Answered;
import io.portolan.judge.sigma.Sighting;
import io.portolan.judge.sigma.Truth;
import io.portolan.schema.Side;
import java.util.List;

/**
 * What one rule makes of one flow, and why.
 *
 * @param rule the rule
 * @param server the side that it was asked to take for the server
 * @param truth whether it matches
 * @param items its items with their answers
 * @param filters the filters that speak of the rule
 */
public record RuleTrial(Rule rule, Side server, Truth truth, List<Answered> items, List<FilterTrial> filters) {
    public RuleTrial {
        items = List.copyOf(items);
        filters = List.copyOf(filters);
    }

    /**
     * What one filter makes of the flow, and why.
     *
     * @param filter the filter
     * @param allows whether it allows the flow
     * @param items its items with their answers
     */
    public record FilterTrial(Filter filter, boolean allows, List<Answered> items) {
        public FilterTrial {
            items = List.copyOf(items);
        }
    }

    static RuleTrial of(Rule rule, List<Filter> filters, Sighting sighting) {
        return new RuleTrial(
                rule,
                sighting.server(),
                rule.detection().evaluate(sighting),
                rule.detection().explain(sighting),
                filters.stream()
                        .filter(filter -> filter.rules().contains(rule.id()))
                        .map(filter -> new FilterTrial(
                                filter,
                                filter.allows(rule, sighting),
                                filter.detection().explain(sighting)))
                        .toList());
    }

    /** Whether the rule matches or may still do so, and no filter allows it. */
    public boolean isOpen() {
        return truth.mayBeTrue() && filters.stream().noneMatch(FilterTrial::allows);
    }
}
