package io.portolan.app.job;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Input;
import io.portolan.topology.Topic;
import io.portolan.topology.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Checks before a job starts that its topics are there: Kafka Streams itself says so late and in many lines. */
public final class ClusterCheck {
    private ClusterCheck() {}

    /**
     * Checks the cluster.
     *
     * @throws UnknownTopicOrPartitionException if a topic is missing
     * @throws RuntimeException if no broker can be reached
     */
    public static void check(PortolanConfig config) {
        Set<String> missing = new TreeSet<>(needed(config));
        try (Admin admin = Clusters.admin(config)) {
            missing.removeAll(Clusters.await(config, admin.listTopics().names()));
        }
        if (!missing.isEmpty()) {
            throw new UnknownTopicOrPartitionException(
                    "topics are missing on the cluster, or this user may not see them: " + String.join(", ", missing)
                            + "; create them with the same options and: portolan topics --create (or give the user its rights:"
                            + " docs/security.md)");
        }
    }

    /** The topics that are missing, as a fault; empty if none is, or nobody answers who knows. */
    static Optional<UnknownTopicOrPartitionException> missing(PortolanConfig config) {
        try {
            check(config);
            return Optional.empty();
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.of(e);
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    /** Names of the topics that the job reads and writes, without those of its stores. */
    static Set<String> needed(PortolanConfig config) {
        Topics topics = config.topics();
        Stream<String> ours = topics.used(config.views()).stream()
                .filter(topic -> !topic.equals(topics.flowLogs()))
                .map(Topic::name);
        return Stream.concat(ours, config.inputs().stream().map(Input::topic)).collect(Collectors.toSet());
    }
}
