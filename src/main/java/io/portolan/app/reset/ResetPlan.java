package io.portolan.app.reset;

import java.util.List;
import java.util.Set;

/**
 * What a reset does, before it does it.
 *
 * @param topics of the job by their use
 * @param moves of inputs and of topics between stages, by topic and partition
 * @param deleted changelogs that are on the cluster
 * @param state on this machine
 * @param members of the group, which have to stop first
 */
public record ResetPlan(
        JobTopics topics, List<Move> moves, Set<String> deleted, LocalState state, List<String> members) {
    /** The moves of one topic. */
    public List<Move> moves(String topic) {
        return moves.stream()
                .filter(move -> move.partition().topic().equals(topic))
                .toList();
    }
}
