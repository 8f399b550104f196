package io.portolan.app.evaluate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the conversations of a log. */
public final class Truth {
    private final Map<Conversation, TruthRow> exact = new HashMap<>();
    private final Map<TruthRow, Boolean> used = new LinkedHashMap<>();
    private final Set<TruthRow> patterns = new LinkedHashSet<>();
    private final Optional<Finding> others;

    /**
     * @param rows an exact one goes before one with a {@code *}; among these the first counts
     * @param others what a conversation is that no row names; empty if that is an error
     * @throws InvalidTruthException if two rows name the same conversation
     */
    Truth(List<TruthRow> rows, Optional<Finding> others) throws InvalidTruthException {
        this.others = others;
        for (TruthRow row : rows) {
            used.put(row, false);
            Optional<Conversation> conversation = row.known().exact();
            if (conversation.isEmpty()) {
                patterns.add(row);
            } else {
                TruthRow before = exact.putIfAbsent(conversation.get(), row);
                if (before != null) {
                    throw new InvalidTruthException(
                            row.place() + ": the conversation is that of line " + before.line());
                }
            }
        }
    }

    /**
     * What a conversation is.
     *
     * @throws InvalidTruthException if nobody said so; names the conversation and its place
     */
    public Finding of(Judged judged) throws InvalidTruthException {
        Conversation conversation = judged.conversation();
        Optional<TruthRow> row = Optional.ofNullable(exact.get(conversation))
                .or(() -> patterns.stream()
                        .filter(each -> each.known().holds(conversation))
                        .findFirst());
        row.ifPresent(found -> used.put(found, true));
        return row.map(found -> found.known().truth())
                .or(() -> others)
                .orElseThrow(() -> new InvalidTruthException(judged.place() + " " + conversation
                        + " touches a watched port and is not in the truth file; add it, or say what such ones are:"
                        + " --others coincidence"));
    }

    /** The rows of which the log had nothing on a watched port. */
    public List<TruthRow> unused() {
        return used.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
