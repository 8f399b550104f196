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
        List<PortAlert> alerts = new ArrayList<>(shelf.look(state));
        boolean passedOn = false;
        List<String> folded = new ArrayList<>();
        for (Rule rule : rules) {
            Story story = state.openStory(rule.id());
            Verdict before = count(story, sighting);
            if (!story.parties.isAtLeast(ground.settings().scanTargets())) {
                passedOn = true;
            } else {
                folded.addAll(story.raised == 0 ? others(story, sighting) : List.of());
                teller.tell(story, rule, before, sighting.time()).ifPresent(alerts::add);
            }
        }
        shelf.keep(sighting.scanKey(), state);
        return new Probe(passedOn, new Outcome(sighting.alone().verdict(), alerts), folded);
    }

    /** How many scans are open of which an alert told. */
    public long open() {
        return shelf.told();
    }

    /** Ends the scans that were quiet for long enough by the given event time, or the first of them: see {@link #isBehind}. */
    public List<PortAlert> advance(long time) {
        return shelf.advance(time);
    }

    /** Whether {@link #catchUp} has to be called, as more had to end than are ended in one go. */
    public boolean isBehind() {
        return shelf.isBehind();
    }

    /** Ends some more of those that have to end; alerts are the same whenever this is called. */
    public List<PortAlert> catchUp() {
        return shelf.catchUp();
    }

    /** Writes what has changed to the store: to be called before what was taken in is committed. */
    public void write() {
        shelf.write();
    }

    /** Event time that was last advanced to, milliseconds since the epoch. */
    public long clock() {
        return shelf.clock();
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
