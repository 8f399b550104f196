package io.portolan.app.reset;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/** The group of a job on the cluster, whichever rebalance protocol it speaks. */
final class JobGroup {
    private final PortolanConfig config;
    private final Admin admin;
    private final Optional<GroupListing> listed;

    private JobGroup(PortolanConfig config, Admin admin, Optional<GroupListing> listed) {
        this.config = config;
        this.admin = admin;
        this.listed = listed;
    }

    static JobGroup of(PortolanConfig config, Admin admin) {
        Optional<GroupListing> listed = Clusters.await(
                        config, admin.listGroups().valid())
                .stream()
                .filter(group -> group.groupId().equals(config.applicationId()))
                .findFirst();
        return new JobGroup(config, admin, listed);
    }

    /** Whoever is in the group now, by the names that an operator knows: those of the client and its host. */
    List<String> members() {
        if (listed.isEmpty()) {
            return List.of();
        }
        List<String> ids = List.of(config.applicationId());
        return isStreams()
                ? Clusters.await(config, admin.describeStreamsGroups(ids).all()).values().stream()
                        .flatMap(group -> group.members().stream())
                        .map(member -> member.clientId() + " on " + member.clientHost())
                        .toList()
                : Clusters.await(config, admin.describeConsumerGroups(ids).all()).values().stream()
                        .flatMap(group -> group.members().stream())
                        .map(member -> member.clientId() + " on " + member.host())
                        .toList();
    }

    /** The committed offsets. */
    Map<TopicPartition, Long> offsets() {
        String id = config.applicationId();
        Map<TopicPartition, OffsetAndMetadata> committed = listed.isEmpty()
                ? Map.of()
                : Clusters.await(
                        config,
                        isStreams()
                                ? admin.listStreamsGroupOffsets(Map.of(id, new ListStreamsGroupOffsetsSpec()))
                                        .partitionsToOffsetAndMetadata(id)
                                : admin.listConsumerGroupOffsets(Map.of(id, new ListConsumerGroupOffsetsSpec()))
                                        .partitionsToOffsetAndMetadata(id));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    void move(List<Move> moves) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        moves.forEach(move -> offsets.put(move.partition(), new OffsetAndMetadata(move.after())));
        String id = config.applicationId();
        Clusters.await(
                config,
                isStreams()
                        ? admin.alterStreamsGroupOffsets(id, offsets).all()
                        : admin.alterConsumerGroupOffsets(id, offsets).all());
    }

    /** A cluster that knows no types has no other than classic ones. */
    private boolean isStreams() {
        return listed.flatMap(GroupListing::type)
                .filter(GroupType.STREAMS::equals)
                .isPresent();
    }
}
