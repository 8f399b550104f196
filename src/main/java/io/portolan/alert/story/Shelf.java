package io.portolan.alert.story;

import io.portolan.judge.Rule;
import io.portolan.schema.PortAlert;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Fetches and keeps the states of stories, and ends those whose time has come. */
final class Shelf {
    private final Ground ground;
    private final Teller teller;
    private final long memory;
    private long told;

    /**
     * @param memory how long an ended story is remembered, milliseconds
     */
    Shelf(Ground ground, Teller teller, long memory) {
        this.ground = ground;
        this.teller = teller;
        this.memory = memory;
        ground.store().forEach(state -> told += told(state));
    }

    /** How many stories are open of which an alert told. */
    long told() {
        return told;
    }

    StoryState fetch(String key) {
        return ground.store().get(key).map(StoryState::read).orElseGet(StoryState::new);
    }

    /** Keeps the state and sees to it that it is looked at in time; of an empty one nothing is kept. */
    void keep(String key, StoryState state) {
        told += state.told() - state.toldBefore;
        if (state.isEmpty()) {
            ground.store().remove(key);
            return;
        }
        long next = nextLook(state);
        if (state.wake == 0 || next < state.wake) {
            state.wake = next;
            ground.store().wake(key, next);
        }
        ground.store().put(key, state.write());
    }

    /** Ends what has been quiet for long enough by the given event time, and forgets what ended long ago. */
    List<PortAlert> advance(long time) {
        List<PortAlert> alerts = new ArrayList<>();
        for (Optional<String> due = ground.store().nextDue(time);
                due.isPresent();
                due = ground.store().nextDue(time)) {
            String key = due.get();
            StoryState state = fetch(key);
            if (state.wake <= time) {
                state.wake = 0;
                alerts.addAll(look(state, time));
                keep(key, state);
            }
        }
        return alerts;
    }

    private List<PortAlert> look(StoryState state, long time) {
        List<PortAlert> alerts = new ArrayList<>();
        state.conversations.removeIf(conversation -> conversationEnds(conversation) <= time);
        for (Iterator<Story> stories = state.stories.iterator(); stories.hasNext(); ) {
            Story story = stories.next();
            if (story.isTold() && nextLook(story) <= time) {
                long ended = nextLook(story);
                end(story, "Nothing was seen for as long as a story may be quiet.", ended)
                        .ifPresent(alerts::add);
            }
            if (!story.isTold() && nextLook(story) <= time) {
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

    private long nextLook(StoryState state) {
        long next = Long.MAX_VALUE;
        for (Conversation conversation : state.conversations) {
            next = Math.min(next, conversationEnds(conversation));
        }
        for (Story story : state.stories) {
            next = Math.min(next, nextLook(story));
        }
        return next;
    }

    private long conversationEnds(Conversation conversation) {
        return conversation.end
                + ground.settings().quiet().plus(ground.settings().grace()).toMillis();
    }

    private long nextLook(Story story) {
        StorySettings settings = ground.settings();
        return story.lastEnd
                + (story.isTold() ? settings.quiet().plus(settings.grace()).toMillis() : memory);
    }
}
