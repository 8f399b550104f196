package io.portolan.app.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;

/**
 * The tasks of a topology that keep state. Kafka Streams makes a task a partition of each part of the topology, {@code
 * 1_0} of part 1 and partition 0.
 */
public final class StatefulTasks {
    private final Map<Integer, Set<String>> topicsOfPart = new HashMap<>();
    private final Set<String> allTopics = new TreeSet<>();

    public StatefulTasks(TopologyDescription topology) {
        for (TopologyDescription.Subtopology part : topology.subtopologies()) {
            boolean stores = part.nodes().stream()
                    .anyMatch(node -> node instanceof TopologyDescription.Processor processor
                            && !processor.stores().isEmpty());
            allTopics.addAll(sources(part));
            if (stores) {
                topicsOfPart.put(part.id(), sources(part));
            }
        }
    }

    /**
     * The tasks, if the topics have so many partitions.
     *
     * @param partitions by topic; those of {@link #allTopics()} at least
     */
    public Set<String> of(Map<String, Integer> partitions) {
        Set<String> tasks = new TreeSet<>();
        topicsOfPart.forEach((part, topics) -> {
            int most = topics.stream().mapToInt(partitions::get).max().orElse(0);
            for (int partition = 0; partition < most; partition++) {
                tasks.add(part + "_" + partition);
            }
        });
        return tasks;
    }

    /** Topics that any task of the topology reads. */
    public Set<String> allTopics() {
        return Set.copyOf(allTopics);
    }

    private static Set<String> sources(TopologyDescription.Subtopology part) {
        return part.nodes().stream()
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
