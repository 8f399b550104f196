package io.portolan.alert.story;

import java.time.Duration;

/**
 * When a story is told. All times are those of the flows, never of a clock.
 *
 * @param update at most this often an open story is told again because of its counts alone
 * @param quiet a story ends when nothing was seen for so long, and a conversation is no longer joined with what was before
 * @param grace and so much longer, for records that come late
 * @param memory how long an ended story is remembered; until then its server is not seen for the first time
 * @param scanTargets from so many distinct servers on a client that is not answered is a scanner
 * @param scanWindow within which it tries them
 */
public record StorySettings(
        Duration update, Duration quiet, Duration grace, Duration memory, int scanTargets, Duration scanWindow) {
    /** For tests and for commands; the job has the same from its configuration. */
    public static StorySettings defaults() {
        return new StorySettings(
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                Duration.ofDays(7),
                3,
                Duration.ofDays(1));
    }
}
