package io.portolan.app.reset;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/**
 * The topics of a job by what it does with them, as its topology has it, each sorted by name.
 *
 * @param inputs what it reads and does not write
 * @param between what one stage writes for another
 * @param outputs what it writes and does not read
 * @param changelogs of its stores
 */
public record JobTopics(Set<String> inputs, Set<String> between, Set<String> outputs, Set<String> changelogs) {
    /** The topics of a topology that runs under this application id. The topic of a global table is read anew at every start. */
    public static JobTopics of(TopologyDescription topology, String applicationId) {
        Set<String> read = nodes(topology, Source.class)
                .flatMap(source -> source.topicSet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written =
                nodes(topology, Sink.class).map(Sink::topic).collect(Collectors.toCollection(TreeSet::new));
        return new JobTopics(
                difference(read, written),
                difference(read, difference(read, written)),
                difference(written, read),
                changelogs(topology, applicationId));
    }

    private static Set<String> changelogs(TopologyDescription topology, String applicationId) {
        Set<String> global = topology.globalStores().stream()
                .flatMap(store -> store.processor().stores().stream())
                .collect(Collectors.toSet());
        return nodes(topology, Processor.class)
                .flatMap(processor -> processor.stores().stream())
                .filter(store -> !global.contains(store))
                .map(store -> applicationId + "-" + store + "-changelog")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Stream<T> nodes(TopologyDescription topology, Class<T> kind) {
        return topology.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> difference = new TreeSet<>(all);
        difference.removeAll(without);
        return difference;
    }
}
