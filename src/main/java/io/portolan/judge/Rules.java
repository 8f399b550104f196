package io.portolan.judge;

import io.portolan.flow.Flow;
import io.portolan.judge.sigma.Sighting;
import io.portolan.judge.sigma.StoryFacts;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.Transport;
import io.portolan.schema.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules and filters in force. Rules cost a flow that they cannot match two look-ups: which ports a rule may match, as
 * server and with the label that they have, is found out once a port and state of the registry.
 */
public final class Rules {
    private final List<Rule> all;
    private final List<Filter> filters;
    private final PortIndex index;
    private volatile PortWatches watches;

    public Rules(List<Rule> rules) {
        this(rules, List.of());
    }

    public Rules(List<Rule> rules, List<Filter> filters) {
        this.all = List.copyOf(rules);
        this.filters = List.copyOf(filters);
        this.index = new PortIndex(all);
        this.watches = new PortWatches(new RegistryVersion(Optional.empty()), this::find);
    }

    /** All rules, in the order in which they were given. */
    public List<Rule> all() {
        return all;
    }

    /** All filters, in the order in which they were given. */
    public List<Filter> filters() {
        return filters;
    }

    /** The rules that may match a flow to or from the port if it is the server's; in order. */
    public List<Rule> watching(Transport transport, int port, Label label) {
        PortWatch watch = find(transport, port, label);
        return Stream.concat(watch.asDestination().stream(), watch.asSource().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether a rule may match the flow with that side as the server, and no filter surely allows it, whatever the verdict,
     * the role and what is remembered of the server turn out to be.
     */
    public boolean mayMatch(LabelledFlow labelled, Side watched) {
        List<Rule> candidates = candidates(labelled, watched);
        return !candidates.isEmpty() && isOpen(candidates, Sighting.of(labelled, watched));
    }

    /**
     * The rules that match the flow, those that a filter allows included; in order.
     *
     * @param firstSeen whether the server is seen on its port for the first time
     */
    public List<RuleMatch> match(LabelledFlow labelled, Judgement judgement, boolean firstSeen) {
        List<Rule> candidates = candidates(labelled, judgement.watched());
        if (candidates.isEmpty()) {
            return List.of();
        }
        Sighting sighting = judged(labelled, judgement, Optional.of(firstSeen));
        return candidates.stream()
                .filter(rule -> rule.detection().evaluate(sighting).isTrue())
                .map(rule -> new RuleMatch(rule, allowing(rule, sighting)))
                .toList();
    }

    /**
     * The side that is to be judged: the one that a rule may match as the server, allowed or not; UNKNOWN if there is none.
     * If both may, it is the server as far as it is told, otherwise the lower port, and on equal ports the address that
     * sorts first, so that both directions of a conversation have the same.
     */
    public Side watched(LabelledFlow labelled, Role role) {
        if (isUnwatched(labelled)) {
            return Side.UNKNOWN;
        }
        boolean src = isWatched(labelled, Side.SOURCE);
        boolean dst = isWatched(labelled, Side.DESTINATION);
        if (src && dst) {
            return role.isUntold() ? first(labelled.flow()) : role.server();
        }
        return src ? Side.SOURCE : dst ? Side.DESTINATION : Side.UNKNOWN;
    }

    private boolean isUnwatched(LabelledFlow labelled) {
        Transport transport = labelled.transport();
        if (transport == null) {
            return true;
        }
        PortWatches known = watches(labelled.version());
        return known.isUnwatched(transport, labelled.flow().srcPort())
                && known.isUnwatched(transport, labelled.flow().dstPort());
    }

    /** Whether the flow, as it was judged, is one that filters allow whatever else becomes known of its server. */
    boolean isAllowed(LabelledFlow labelled, Judgement judgement) {
        if (filters.isEmpty()) {
            return false;
        }
        Sighting sighting = judged(labelled, judgement, Optional.empty());
        List<Rule> some = candidates(labelled, judgement.watched()).stream()
                .filter(rule -> rule.detection().evaluate(sighting).mayBeTrue())
                .toList();
        return !some.isEmpty() && !isOpen(some, sighting);
    }

    /**
     * What the rules make of a flow and why, for somebody who tries them: each rule that watches its port, as server on the
     * judged side, or on either while none is. Whether the server is seen for the first time stays open.
     */
    public List<RuleTrial> trials(LabelledFlow labelled, Judgement judgement) {
        List<Side> sides = judgement.watched() == Side.UNKNOWN
                ? List.of(Side.DESTINATION, Side.SOURCE)
                : List.of(judgement.watched());
        return sides.stream()
                .flatMap(side -> candidates(labelled, side).stream()
                        .map(rule -> RuleTrial.of(
                                rule,
                                filters,
                                judged(
                                        labelled,
                                        new Judgement(judgement.role(), judgement.verdict(), side),
                                        Optional.empty()))))
                .toList();
    }

    /** Whether a rule may match the flow with that side as the server, allowed or not. */
    public boolean isWatched(LabelledFlow labelled, Side side) {
        List<Rule> candidates = candidates(labelled, side);
        if (candidates.isEmpty()) {
            return false;
        }
        Sighting sighting = Sighting.of(labelled, side);
        return candidates.stream()
                .anyMatch(rule -> rule.detection().evaluate(sighting).mayBeTrue());
    }

    private boolean isOpen(List<Rule> candidates, Sighting sighting) {
        return candidates.stream()
                .anyMatch(rule -> rule.detection().evaluate(sighting).mayBeTrue()
                        && allowing(rule, sighting).isEmpty());
    }

    private Optional<Filter> allowing(Rule rule, Sighting sighting) {
        return filters.stream().filter(filter -> filter.allows(rule, sighting)).findFirst();
    }

    private List<Rule> candidates(LabelledFlow labelled, Side side) {
        Transport transport = labelled.transport();
        if (transport == null || side == Side.UNKNOWN) {
            return List.of();
        }
        Flow flow = labelled.flow();
        PortWatches known = watches(labelled.version());
        PortWatch watch = side == Side.SOURCE
                ? known.of(transport, flow.srcPort(), labelled.src())
                : known.of(transport, flow.dstPort(), labelled.dst());
        return watch.as(side);
    }

    private PortWatch find(Transport transport, int port, Label label) {
        return PortWatches.find(index.of(port), transport, port, label);
    }

    private PortWatches watches(RegistryVersion version) {
        PortWatches known = watches;
        if (!known.isFor(version)) {
            known = new PortWatches(version, this::find);
            watches = known;
        }
        return known;
    }

    private static Sighting judged(LabelledFlow labelled, Judgement judgement, Optional<Boolean> firstSeen) {
        Role role = judgement.role();
        return Sighting.of(labelled, judgement.watched())
                .judged(new StoryFacts(judgement.verdict(), role.server(), role.basis(), role.confidence(), firstSeen));
    }

    private static Side first(Flow flow) {
        int order = Integer.compare(flow.srcPort(), flow.dstPort());
        if (order == 0) {
            order = flow.srcAddress().compareTo(flow.dstAddress());
        }
        return order <= 0 ? Side.SOURCE : Side.DESTINATION;
    }
}
