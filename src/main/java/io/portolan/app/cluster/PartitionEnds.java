package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end, for readers of all records or of the committed ones. */
final class PartitionEnds {
    private PartitionEnds() {}

    /**
     * Asks the cluster.
     *
     * @return the offset of the next record of each partition
     * @throws KafkaException if the cluster does not answer or refuses
     */
    static Map<TopicPartition, Long> of(
            PortolanConfig config, Admin admin, Set<TopicPartition> partitions, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        var offsets = admin.listOffsets(latest, new ListOffsetsOptions(isolation));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Clusters.await(config, offsets.all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
