package io.portolan.app.job;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.TopologyDescription;

/** Draws a topology as a Mermaid flowchart: topics as cylinders, operators as boxes, stores as rounded boxes. */
public final class Mermaid {
    private static final List<String> READERS_OF_THE_REGISTRY = List.of("label", "scan", "story");

    private final Set<String> lines = new LinkedHashSet<>();

    private Mermaid() {}

    /** The flowchart, as text. */
    public static String of(TopologyDescription topology) {
        Mermaid drawing = new Mermaid();
        topology.subtopologies().forEach(part -> part.nodes().forEach(drawing::node));
        topology.globalStores().forEach(global -> {
            drawing.node(global.source());
            drawing.node(global.processor());
            // Any processor may read a global store, so the description does not say which one does.
            global.processor()
                    .stores()
                    .forEach(store ->
                            READERS_OF_THE_REGISTRY.forEach(reader -> drawing.edge(store(store), box(reader))));
        });
        return "flowchart LR\n" + String.join("", drawing.lines);
    }

    private void node(TopologyDescription.Node node) {
        if (node instanceof TopologyDescription.Source source) {
            source.topicSet().stream().sorted().forEach(topic -> edge(topic(topic), box(node.name())));
        } else if (node instanceof TopologyDescription.Sink sink) {
            edge(box(node.name()), topic(sink.topic()));
        } else if (node instanceof TopologyDescription.Processor processor) {
            processor.stores().stream().sorted().forEach(store -> edge(box(node.name()), store(store)));
        }
        node.successors().stream()
                .map(TopologyDescription.Node::name)
                .sorted()
                .forEach(next -> edge(box(node.name()), box(next)));
    }

    private void edge(String from, String to) {
        lines.add("    " + from + " --> " + to + "\n");
    }

    private static String box(String operator) {
        return operator + "[" + operator + "]";
    }

    private static String topic(String topic) {
        return "topic-" + topic + "[(" + topic + ")]";
    }

    private static String store(String store) {
        return "store-" + store + "([" + store + "])";
    }
}
