package io.portolan.alert.story;

/**
 * When something is to be looked at next because nothing more was seen of it: event times, milliseconds since the epoch.
 *
 * @param quiet how long nothing may be seen of what is open, milliseconds
 * @param memory how long an ended story is remembered, milliseconds
 */
record Deadlines(long quiet, long memory) {
    static Deadlines of(StorySettings settings, long memory) {
        return new Deadlines(settings.quiet().plus(settings.grace()).toMillis(), memory);
    }

    /** The first of all that a state holds. */
    long next(StoryState state) {
        long next = Long.MAX_VALUE;
        for (Conversation conversation : state.conversations) {
            next = Math.min(next, of(conversation));
        }
        for (Story story : state.stories) {
            next = Math.min(next, of(story));
        }
        return next;
    }

    /** When a conversation is no longer joined with what comes. */
    long of(Conversation conversation) {
        return conversation.end + quiet;
    }

    /** When a story ends, or is forgotten if it has ended or was never told. */
    long of(Story story) {
        return story.lastEnd + (story.isTold() ? quiet : memory);
    }
}
