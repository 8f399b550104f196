package io.portolan.app.bench;

import io.portolan.app.cluster.Clusters;
import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How many enriched flows a reader of committed records can see. The marks of transactions take offsets too: a few in a
 * hundred thousand.
 */
final class OutputCount implements AutoCloseable {
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final PortolanConfig config;
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> ends;

    OutputCount(PortolanConfig config) {
        this.config = config;
        this.admin = Clusters.admin(config);
        Topic topic = config.topics().enrichedFlows();
        this.ends = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }

    long now() {
        return Clusters.await(config, admin.listOffsets(ends, COMMITTED).all()).values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
