package io.portolan.alert.story;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is remembered under one key: of a watched endpoint, or of a scanner. Written as JSON, so that a newer version
 * reads what an older one left and a person can read it too. What is as in a new state is left out.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
final class StoryState {
    private static final JsonMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** When the state is to be looked at next, as was noted with the store; 0 if it was not. */
    long wake;

    /** How many stories had been told and were open when this was read; not written. */
    transient long toldBefore;

    List<Conversation> conversations = new ArrayList<>();
    List<Story> stories = new ArrayList<>();

    static StoryState read(byte[] written) {
        try {
            StoryState state = JSON.readValue(written, StoryState.class);
            state.toldBefore = state.told();
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException("a story cannot be read back", e);
        }
    }

    /**
     * One of its own, of whose changes this one knows nothing. Conversations and stories are the same until {@link #own}
     * makes one that may be changed: a flow changes one of each, and there may be dozens.
     */
    StoryState copy() {
        StoryState copy = new StoryState();
        copy.wake = wake;
        copy.conversations.addAll(conversations);
        copy.stories.addAll(stories);
        copy.toldBefore = told();
        return copy;
    }

    /** A conversation that may be changed, in the place of the given one. */
    Conversation own(Conversation conversation) {
        Conversation own = conversation.copy();
        conversations.set(conversations.indexOf(conversation), own);
        return own;
    }

    /** A story that may be changed, in the place of the given one. */
    Story own(Story story) {
        Story own = story.copy();
        stories.set(stories.indexOf(story), own);
        return own;
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException("a story cannot be written", e);
        }
    }

    Optional<Story> story(String rule) {
        return stories.stream().filter(story -> story.rule.equals(rule)).findFirst();
    }

    /** The rule's story, open and to be changed; an ended one begins anew and is no longer seen for the first time. */
    Story openStory(String rule) {
        Optional<Story> known = story(rule);
        if (known.filter(story -> story.open).isPresent()) {
            return own(known.get());
        }
        known.ifPresent(stories::remove);
        Story story = Story.of(rule, known.isEmpty());
        stories.add(story);
        return story;
    }

    /** How many stories have been told and are open. */
    long told() {
        return stories.stream().filter(Story::isTold).count();
    }

    boolean isEmpty() {
        return conversations.isEmpty() && stories.isEmpty();
    }
}
