package io.portolan.app.evaluate;

import io.portolan.app.replay.Place;
import io.portolan.schema.Level;
import java.util.Map;
import java.util.Optional;

/**
 * What was said of a conversation.
 *
 * @param place of its first record
 * @param said by the last word on it
 * @param watched the endpoint whose port is watched
 * @param level the highest severity that alerts of its story had, and at most what the rule allows for its verdict
 * @param summary of the last alert of its story, where it has a level
 * @param heuristics how many alerts each heuristic would have raised; one that raises none is missing
 */
public record Judged(
        Conversation conversation,
        Place place,
        Finding said,
        Party watched,
        Optional<Level> level,
        Optional<String> summary,
        Map<Heuristic, Long> heuristics) {
    public Judged {
        heuristics = Map.copyOf(heuristics);
    }

    /** Whether an alert above informational speaks of it. */
    public boolean isAlerted() {
        return level.filter(severity -> severity != Level.INFORMATIONAL).isPresent();
    }
}
