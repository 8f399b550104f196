package io.portolan.alert.story;

import io.portolan.judge.Rule;
import io.portolan.judge.RuleMatch;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import io.portolan.schema.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The stories of scanners. All attempts of a client on one port have to come to the same one of these. Until the client
 * has tried several servers its attempts are passed on, each to the story of its server; from then on they are one story,
 * however many servers there are.
 */
public final class ScanStories {
    private final Ground ground;
    private final Teller teller;
    private final Shelf shelf;

    public ScanStories(Ground ground) {
        this.ground = ground;
        this.teller = new Teller(StoryKind.SCAN, ground.settings(), ground.labeller());
        this.shelf = new Shelf(ground, teller, ground.settings().scanWindow().toMillis());
    }

    /**
     * What an attempt came to.
     *
     * @param passedOn whether it is for the story of its server
     * @param outcome of the scan
     * @param folded servers whose stories have become part of the scan: their keys
     */
    public record Probe(boolean passedOn, Outcome outcome, List<String> folded) {
        public Probe {
            folded = List.copyOf(folded);
        }
    }

    /** Takes in one attempt of the scanner {@link Sighting#scanKey}. */
    public Probe sighted(Sighting sighting) {
        List<Rule> rules = ground.rules().get().match(sighting.labelled(), sighting.alone(), true).stream()
                .filter(match -> match.allowedBy().isEmpty())
                .map(RuleMatch::rule)
                .filter(rule -> rule.ceiling(sighting.alone().verdict()).isPresent())
                .toList();
        if (rules.isEmpty()) {
            return new Probe(true, Outcome.NOTHING, List.of());
        }
        StoryState state = shelf.fetch(sighting.scanKey());
        boolean passedOn = false;
        List<PortAlert> alerts = new ArrayList<>();
        List<String> folded = new ArrayList<>();
        for (Rule rule : rules) {
            Story story = state.openStory(rule.id());
            Verdict before = count(story, sighting);
            if (story.parties.count() < ground.settings().scanTargets()) {
                passedOn = true;
            } else {
                folded.addAll(story.raised == 0 ? others(story, sighting) : List.of());
                teller.tell(story, rule, before, sighting.time()).ifPresent(alerts::add);
            }
        }
        shelf.keep(sighting.scanKey(), state);
        return new Probe(passedOn, new Outcome(sighting.alone().verdict(), alerts), folded);
    }

    /** Ends the scans that were quiet for long enough by the given event time. */
    public List<PortAlert> advance(long time) {
        return shelf.advance(time);
    }

    private static Verdict count(Story story, Sighting sighting) {
        Verdict before = story.verdict;
        story.count(sighting, sighting.parties().server().getAddress());
        story.tellMore(sighting);
        return before;
    }

    private static List<String> others(Story story, Sighting sighting) {
        String current = sighting.parties().server().getAddress();
        return story.parties.first().stream()
                .filter(address -> !address.equals(current))
                .map(sighting::serverKey)
                .toList();
    }
}
