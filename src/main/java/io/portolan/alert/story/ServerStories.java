package io.portolan.alert.story;

import io.portolan.alert.story.Conversation.Party;
import io.portolan.judge.Answer;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rule;
import io.portolan.judge.RuleMatch;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import io.portolan.schema.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stories of watched endpoints. All flows of an endpoint have to come to the same one of these, in either direction:
 * only then a reply turns an attempt into a session, and a coincidence is recognised by its pair.
 */
public final class ServerStories {
    private static final int MOST_CONVERSATIONS = 32;
    private static final long NEW_START = 10_000;

    private final Ground ground;
    private final Teller teller;
    private final Shelf shelf;

    public ServerStories(Ground ground) {
        this.ground = ground;
        this.teller = new Teller(StoryKind.SERVER, ground.settings(), ground.labeller());
        this.shelf = new Shelf(ground, teller, ground.settings().memory().toMillis());
    }

    /** Takes in one flow of the endpoint {@link Sighting#serverKey}. */
    public Outcome sighted(Sighting sighting) {
        StoryState state = shelf.fetch(sighting.serverKey());
        List<PortAlert> ended = shelf.look(state);
        Optional<Conversation> known = state.conversations.stream()
                .filter(each -> each.isWith(sighting.parties()))
                .findFirst();
        Conversation conversation = known.map(state::own).orElseGet(() -> begin(state, sighting));
        boolean anew = known.isEmpty() || sighting.flow().startTime() - conversation.end >= NEW_START;
        Judgement joined = join(state, conversation, sighting);
        Outcome outcome = joined.verdict() == Verdict.COINCIDENCE
                ? new Outcome(Verdict.COINCIDENCE, takeBack(state, conversation, sighting.time()))
                : match(
                        state,
                        conversation,
                        new Sighting(sighting.labelled(), joined, sighting.parties(), sighting.origin()),
                        anew);
        shelf.keep(sighting.serverKey(), state);
        return outcome.after(ended);
    }

    /** How many stories are open of which an alert told. */
    public long open() {
        return shelf.told();
    }

    /** Ends the stories that were quiet for long enough by the given event time, or the first of them: see {@link #isBehind}. */
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

    /**
     * Ends the stories of an endpoint of which it turned out that a scanner alone tried it.
     *
     * @param scan key of the scan, {@link Sighting#scanKey}
     * @param scanner address of the scanner
     */
    public List<PortAlert> fold(String serverKey, String scan, String scanner, long time) {
        StoryState state = shelf.fetch(serverKey);
        List<PortAlert> alerts = new ArrayList<>(shelf.look(state));
        for (Story story : List.copyOf(state.stories)) {
            boolean alone = story.parties.count() == 1 && story.parties.isAmongFirst(scanner);
            if (story.open && story.verdict != Verdict.SESSION && alone) {
                shelf.end(
                                story.copy(),
                                "One of several servers that a scanner tried: the story goes on as " + scan + ".",
                                time)
                        .ifPresent(alerts::add);
                state.stories.remove(story);
            }
        }
        shelf.keep(serverKey, state);
        return alerts;
    }

    private static Conversation begin(StoryState state, Sighting sighting) {
        if (state.conversations.size() >= MOST_CONVERSATIONS) {
            state.conversations.stream()
                    .min(Comparator.comparingLong(each -> each.end))
                    .ifPresent(state.conversations::remove);
        }
        Conversation conversation = Conversation.of(sighting.parties(), sighting.flow(), sighting.peerLabel());
        state.conversations.add(conversation);
        return conversation;
    }

    private static Judgement join(StoryState state, Conversation conversation, Sighting sighting) {
        Judgement alone = sighting.alone();
        conversation.add(sighting.flow(), alone, Answer.isSeen(sighting.flow(), alone.watched()));
        if (conversation.watched == Party.UNTOLD) {
            PairEvidence.tell(conversation, state.conversations, sighting.isTcp());
        }
        return conversation.judgement(alone, sighting.isTcp());
    }

    private Outcome match(StoryState state, Conversation conversation, Sighting sighting, boolean anew) {
        List<RuleMatch> matches = ground.rules().get().match(sighting.labelled(), sighting.alone(), isFirstSeen(state));
        if (matches.isEmpty()) {
            return Outcome.NOTHING;
        }
        boolean allowed = matches.stream().allMatch(match -> match.allowedBy().isPresent());
        List<PortAlert> alerts = new ArrayList<>();
        for (RuleMatch match : matches) {
            if (match.allowedBy().isEmpty()
                    && match.rule().ceiling(sighting.alone().verdict()).isPresent()) {
                tell(state, conversation, match.rule(), sighting, anew).ifPresent(alerts::add);
            }
        }
        return new Outcome(allowed ? Verdict.ALLOWED : sighting.alone().verdict(), alerts);
    }

    private Optional<PortAlert> tell(
            StoryState state, Conversation conversation, Rule rule, Sighting sighting, boolean anew) {
        Story story = state.openStory(rule.id());
        Verdict before = story.verdict;
        String client = sighting.parties().client().getAddress();
        story.count(sighting, client);
        story.longest = Math.max(story.longest, conversation.end - conversation.start);
        if (conversation.countedBy.add(rule.id())) {
            story.conversations++;
        }
        if (anew) {
            story.beat(client, sighting.flow().startTime());
        }
        story.tellMore(sighting);
        return teller.tell(story, rule, before, sighting.time());
    }

    /** A conversation that was counted has turned out to be a client's: a story of nothing else ends. */
    private List<PortAlert> takeBack(StoryState state, Conversation conversation, long time) {
        List<PortAlert> alerts = new ArrayList<>();
        for (String rule : conversation.countedBy) {
            state.story(rule).filter(story -> story.open).map(state::own).ifPresent(story -> {
                story.conversations--;
                if (story.conversations == 0) {
                    shelf.end(
                                    story,
                                    "Taken back: the other direction shows that the port was a client's, at random.",
                                    time)
                            .ifPresent(alerts::add);
                    state.stories.remove(story);
                }
            });
        }
        conversation.countedBy.clear();
        return alerts;
    }

    private static boolean isFirstSeen(StoryState state) {
        return state.stories.stream().allMatch(story -> story.open && story.firstSeen);
    }
}
