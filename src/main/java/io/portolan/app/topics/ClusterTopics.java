package io.portolan.app.topics;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of a configuration on its cluster. Every method throws {@link KafkaException} if the cluster does not answer
 * or refuses.
 */
public final class ClusterTopics implements AutoCloseable {
    private final PortolanConfig config;
    private final List<WantedTopic> wanted;
    private final Admin admin;

    private ClusterTopics(PortolanConfig config, Admin admin) {
        this.config = config;
        this.wanted = WantedTopic.of(config);
        this.admin = admin;
    }

    /** The topics of this configuration. */
    public static ClusterTopics of(PortolanConfig config) {
        return new ClusterTopics(config, Clusters.admin(config));
    }

    /** What is there of each wanted topic. */
    public List<TopicReport> report() {
        Map<String, FoundTopic> found = found();
        Differences differences = new Differences(config.brokers());
        return wanted.stream()
                .map(topic -> {
                    Optional<FoundTopic> there = Optional.ofNullable(found.get(topic.name()));
                    List<Difference> differing = there.filter(any -> topic.defined())
                            .map(actual -> differences.between(topic.topic(), actual))
                            .orElse(List.of());
                    return new TopicReport(topic, there, differing);
                })
                .toList();
    }

    /** Creates what is missing, waits until it takes records, and returns its names; changes nothing that is there. */
    public Set<String> create() {
        Set<String> missing = missing();
        List<NewTopic> topics = wanted.stream()
                .map(WantedTopic::topic)
                .filter(topic -> missing.contains(topic.name()))
                .map(ClusterTopics::newTopic)
                .toList();
        Map<String, Integer> created = new TreeMap<>();
        CreateTopicsResult result = admin.createTopics(topics);
        for (NewTopic topic : topics) {
            if (isCreated(topic.name(), result.values().get(topic.name()))) {
                created.put(topic.name(), topic.numPartitions());
            }
        }
        Clusters.awaitShown(this::missing, "created");
        awaitOpened(created);
        return missing;
    }

    @Override
    public void close() {
        admin.close();
    }

    private Set<String> missing() {
        Set<String> missing = wanted.stream().map(WantedTopic::name).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(Clusters.await(config, admin.listTopics().names()));
        return missing;
    }

    private Map<String, FoundTopic> found() {
        Set<String> missing = missing();
        List<String> present = wanted.stream()
                .map(WantedTopic::name)
                .filter(name -> !missing.contains(name))
                .toList();
        List<ConfigResource> resources = present.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, TopicDescription> descriptions =
                Clusters.await(config, admin.describeTopics(present).allTopicNames());
        Map<ConfigResource, Config> configs =
                Clusters.await(config, admin.describeConfigs(resources).all());
        return resources.stream()
                .collect(Collectors.toMap(
                        ConfigResource::name,
                        topic -> FoundTopic.of(descriptions.get(topic.name()), configs.get(topic))));
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.ofNullable(topic.replication()))
                .configs(topic.config());
    }

    private void awaitOpened(Map<String, Integer> created) {
        try {
            Clusters.await(config, Clusters.opened(admin, created));
        } catch (KafkaException e) {
            throw new KafkaException(
                    "topics were created but do not take records yet: " + String.join(", ", created.keySet())
                            + "; look at the brokers' logs, and again with: portolan topics",
                    e);
        }
    }

    /** False if somebody else has created it meanwhile, which is as good. */
    private boolean isCreated(String topic, KafkaFuture<Void> creation) {
        try {
            Clusters.await(config, creation);
            return true;
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topic " + topic + " cannot be created: " + e.getMessage(), e);
            }
            return false;
        }
    }
}
