package io.portolan.app.demo;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Input;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far the job has come with its input, as the cluster knows it: by committed offsets. */
final class Progress implements AutoCloseable {
    private final Admin admin;
    private final String group;
    private final List<String> inputs;

    Progress(PortolanConfig config) {
        this.admin = Admin.create(config.kafkaClient());
        this.group = config.applicationId();
        this.inputs = config.inputs().stream().map(Input::topic).distinct().toList();
    }

    /** Records that the inputs hold and the job has not committed yet. */
    long lag() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "the job's progress cannot be read: " + e.getCause().getMessage(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(inputs).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get();
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
