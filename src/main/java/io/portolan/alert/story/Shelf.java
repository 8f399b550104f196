package io.portolan.alert.story;

import io.portolan.judge.Rule;
import io.portolan.schema.PortAlert;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fetches and keeps the states of stories, and ends those whose time has come. If that are very many, they end a part at a time, and
 * come to the same as if all had ended at once: whatever a state is due of is ended before anything is added to it.
 */
final class Shelf {
    /** So many are looked at in one go: what a task does between two commits must not outlast its transaction. */
    static final int MOST_AT_ONCE = 500;

    private final Ground ground;
    private final Teller teller;
    private final Deadlines deadlines;
    private final KnownStates states;
    private long told;
    /** Event time by which stories end, milliseconds since the epoch. */
    private long clock;
    /** Whether more may be due by the clock than was looked at. */
    private boolean behind;

    /**
     * @param memory how long an ended story is remembered, milliseconds
     */
    Shelf(Ground ground, Teller teller, long memory) {
        this.ground = ground;
        this.teller = teller;
        this.deadlines = Deadlines.of(ground.settings(), memory);
        this.states = new KnownStates(ground.store());
        ground.store().forEach(state -> told += told(state));
        OptionalLong read = ground.store().clock();
        clock = read.orElse(Long.MIN_VALUE);
        behind = read.isPresent();
    }

    /** How many stories are open of which an alert told. */
    long told() {
        return told;
    }

    /** Event time as it was last read: it never goes back, milliseconds since the epoch. */
    long clock() {
        return clock;
    }

    StoryState fetch(String key) {
        return states.fetch(key);
    }

    /** Keeps the state and sees to it that it is looked at in time; of an empty one nothing is kept. */
    void keep(String key, StoryState state) {
        told += state.told() - state.toldBefore;
        if (state.isEmpty()) {
            states.remove(key);
            return;
        }
        long next = Math.max(deadlines.next(state), afterClock());
        if (state.wake == 0 || next < state.wake) {
            state.wake = next;
            ground.store().wake(key, next);
        }
        states.put(key, state);
    }

    /** Writes what was kept to the store. */
    void write() {
        states.write();
    }

    /** Flows that come later than their story could end are one story until the clock goes on, rather than each its own. */
    private long afterClock() {
        return clock == Long.MAX_VALUE ? clock : clock + 1;
    }

    /**
     * Ends what has been quiet for long enough by the given event time, and forgets what ended long ago. If that is very much, some is
     * left for {@link #catchUp}.
     */
    List<PortAlert> advance(long time) {
        if (time > clock) {
            clock = time;
            ground.store().clock(time);
        }
        return lookAtMost();
    }

    /** Whether something may be left for {@link #catchUp}. */
    boolean isBehind() {
        return behind;
    }

    /** Goes on with what {@link #advance} has left, here or before a restart. */
    List<PortAlert> catchUp() {
        return behind ? lookAtMost() : List.of();
    }

    private List<PortAlert> lookAtMost() {
        List<PortAlert> alerts = new ArrayList<>();
        for (int looked = 0; looked < MOST_AT_ONCE; looked++) {
            Optional<String> due = ground.store().nextDue(clock);
            if (due.isEmpty()) {
                behind = false;
                return alerts;
            }
            StoryState state = fetch(due.get());
            if (isDue(state)) {
                alerts.addAll(look(state));
                keep(due.get(), state);
            }
        }
        behind = true;
        return alerts;
    }

    /** Ends what is due of a state whose turn has not come yet, before anything is added to it. The caller has to keep it. */
    List<PortAlert> look(StoryState state) {
        if (!isDue(state)) {
            return List.of();
        }
        state.wake = 0;
        return look(state, clock);
    }

    private boolean isDue(StoryState state) {
        return state.wake != 0 && state.wake <= clock;
    }

    private List<PortAlert> look(StoryState state, long time) {
        List<PortAlert> alerts = new ArrayList<>();
        state.conversations.removeIf(conversation -> deadlines.of(conversation) <= time);
        for (ListIterator<Story> stories = state.stories.listIterator(); stories.hasNext(); ) {
            Story story = stories.next();
            if (story.isTold() && deadlines.of(story) <= time) {
                long ended = deadlines.of(story);
                story = story.copy();
                stories.set(story);
                end(story, "Nothing was seen for as long as a story may be quiet.", ended)
                        .ifPresent(alerts::add);
            }
            if (!story.isTold() && deadlines.of(story) <= time) {
                stories.remove();
            }
        }
        return alerts;
    }

    /** Ends a story; there is no last alert if its rule is gone, for nobody stands behind it any more. */
    Optional<PortAlert> end(Story story, String change, long time) {
        story.open = false;
        return rule(story.rule).map(rule -> teller.end(story, rule, change, time));
    }

    /** A state that cannot be read is told of when its flows come, and must not stop the count. */
    private static long told(byte[] state) {
        try {
            return StoryState.read(state).told();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private Optional<Rule> rule(String id) {
        return ground.rules().get().all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst();
    }
}
