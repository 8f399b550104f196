package io.portolan.alert.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KnownStatesTest {
    private final List<String> written = new ArrayList<>();
    private final LocalStoryStore kept = new LocalStoryStore();
    private final KnownStates states = new KnownStates(new Noting());

    @Test
    void aStateIsWrittenOnceHoweverOftenItChanged() {
        states.put("a", state(1));
        states.put("a", state(2));
        states.put("b", state(3));
        assertThat(written).isEmpty();

        states.write();
        states.write();

        assertThat(written).containsExactly("a", "b");
        assertThat(new KnownStates(kept).fetch("a").wake).isEqualTo(2);
    }

    @Test
    void whatIsFetchedIsACopyOfAllThereIs() {
        StoryState state = state(1);
        Conversation conversation = new Conversation();
        conversation.toWatched = new Way();
        conversation.countedBy.add("rule");
        state.conversations.add(conversation);
        Story story = Story.of("rule", true);
        story.parties.add("198.51.100.7");
        story.beat("198.51.100.7", 5);
        state.stories.add(story);
        states.put("a", state);
        byte[] before = state.write();

        StoryState copy = states.fetch("a");
        assertThat(copy.write()).isEqualTo(before);
        Conversation changed = copy.own(conversation);
        changed.toWatched.add(1, 2);
        changed.countedBy.add("another");
        changed.end = 7;
        Story told = copy.openStory("rule");
        told.parties.add("198.51.100.8");
        told.beat("198.51.100.7", 9);
        assertThat(copy.conversations).containsExactly(changed);
        assertThat(copy.stories).containsExactly(told);
        copy.stories.clear();

        assertThat(states.fetch("a").write()).isEqualTo(before);
    }

    @Test
    void whatIsRemovedIsGoneAndNotWritten() {
        states.put("a", state(1));
        states.remove("a");
        states.write();

        assertThat(written).isEmpty();
        assertThat(states.fetch("a").wake).isZero();
    }

    @Test
    void soManyThatNobodyCommitsInTimeAreWrittenBefore() {
        for (int i = 0; i < 3 * KnownStates.KNOWN; i++) {
            states.put("key-" + i, state(i));
        }

        assertThat(written).hasSize(3 * KnownStates.KNOWN);
        assertThat(states.fetch("key-0").wake).isZero();
        assertThat(states.fetch("key-5").wake).isEqualTo(5);
    }

    private static StoryState state(long wake) {
        StoryState state = new StoryState();
        state.wake = wake;
        return state;
    }

    /** A store that notes what is put. */
    private final class Noting implements StoryStore {
        @Override
        public void forEach(Consumer<byte[]> visitor) {
            kept.forEach(visitor);
        }

        @Override
        public Optional<byte[]> get(String key) {
            return kept.get(key);
        }

        @Override
        public void put(String key, byte[] state) {
            written.add(key);
            kept.put(key, state);
        }

        @Override
        public void remove(String key) {
            kept.remove(key);
        }

        @Override
        public void wake(String key, long time) {
            kept.wake(key, time);
        }

        @Override
        public Optional<String> nextDue(long time) {
            return kept.nextDue(time);
        }

        @Override
        public void clock(long time) {
            kept.clock(time);
        }

        @Override
        public OptionalLong clock() {
            return kept.clock();
        }
    }
}
