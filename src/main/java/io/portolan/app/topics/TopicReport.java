package io.portolan.app.topics;

import java.util.List;
import java.util.Optional;

/**
 * A topic that should be there, and what is.
 *
 * @param wanted what should be there
 * @param found empty if the cluster does not have it
 * @param differences what is not as wanted, in the order of importance
 */
public record TopicReport(WantedTopic wanted, Optional<FoundTopic> found, List<Difference> differences) {
    public TopicReport {
        differences = List.copyOf(differences);
    }

    /** Whether nothing is to do. */
    public boolean isAsWanted() {
        return found.isPresent() && differences.isEmpty();
    }
}
