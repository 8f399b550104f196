package io.portolan.app.demo;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Input;
import io.portolan.topology.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the job has come with its input, as the cluster knows it: by committed offsets. */
final class Progress implements AutoCloseable {
    private final PortolanConfig config;
    private final Admin admin;
    private final List<String> topics;

    Progress(PortolanConfig config) {
        this.config = config;
        this.admin = Clusters.admin(config);
        Stream<Topic> between =
                Stream.of(config.topics().portProbes(), config.topics().portSightings());
        this.topics = Stream.concat(config.inputs().stream().map(Input::topic), between.map(Topic::name))
                .distinct()
                .toList();
    }

    /** Records of the inputs, and of the topics between the stages, that the job has not committed yet. */
    long lag() {
        Map<TopicPartition, OffsetAndMetadata> committed = Clusters.await(
                config, admin.listConsumerGroupOffsets(config.applicationId()).partitionsToOffsetAndMetadata());
        return ends().entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() {
        Map<TopicPartition, OffsetSpec> latest =
                Clusters.await(config, admin.describeTopics(topics).allTopicNames()).values().stream()
                        .flatMap(topic -> topic.partitions().stream()
                                .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return Clusters.await(config, admin.listOffsets(latest).all());
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
