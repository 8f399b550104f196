package io.portolan.app.replay;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.topics.WantedTopic;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic that a replay writes to; it has to be there, because one that a broker creates by itself has its settings. */
public final class TargetTopic {
    private TargetTopic() {}

    /**
     * Checks that the topic is on the cluster.
     *
     * @throws KafkaException if it is not, or if the cluster does not answer; names the way out
     */
    public static void check(PortolanConfig config, String topic) {
        try (Admin admin = Clusters.admin(config)) {
            Clusters.await(config, admin.describeTopics(List.of(topic)).allTopicNames());
        } catch (KafkaException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new UnknownTopicOrPartitionException(
                        "topic " + topic + " is missing on the cluster at " + config.brokers() + wayOut(config, topic));
            }
            throw e.getCause() instanceof InvalidTopicException
                    ? new InvalidTopicException(topic + " cannot be the name of a topic")
                    : e;
        }
    }

    private static String wayOut(PortolanConfig config, String topic) {
        boolean known = WantedTopic.of(config).stream()
                .anyMatch(wanted -> wanted.topic().name().equals(topic));
        return (known ? "; " : "; name it under inputs in the configuration and ")
                + "create it with the same options and: portolan topics --create";
    }
}
