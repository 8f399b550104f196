package io.portolan.app.topics;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Input;
import io.portolan.topology.Topic;
import io.portolan.topology.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A topic that should be on the cluster.
 *
 * @param topic as it is created if it is missing
 * @param input whether the configuration reads flow logs from it
 * @param defined whether topics.yaml defines it; the settings of another input are its owner's business
 */
public record WantedTopic(Topic topic, boolean input, boolean defined) {
    /** The topics of topics.yaml in its order, without views that are off, then the inputs that it does not define. */
    public static List<WantedTopic> of(PortolanConfig config) {
        Topics topics = config.topics();
        Set<String> inputs = config.inputs().stream().map(Input::topic).collect(Collectors.toSet());
        Set<String> defined = topics.all().stream().map(Topic::name).collect(Collectors.toSet());
        Stream<WantedTopic> ours = topics.used(config.views()).stream()
                .map(topic -> new WantedTopic(topic, inputs.contains(topic.name()), true));
        Stream<WantedTopic> theirs = inputs.stream()
                .filter(name -> !defined.contains(name))
                .sorted()
                .map(name -> new WantedTopic(named(topics.flowLogs(), name), true, false));
        return Stream.concat(ours, theirs).toList();
    }

    String name() {
        return topic.name();
    }

    private static Topic named(Topic topic, String name) {
        return new Topic(
                name,
                topic.description(),
                topic.partitions(),
                topic.replication(),
                topic.key(),
                topic.value(),
                topic.config());
    }
}
