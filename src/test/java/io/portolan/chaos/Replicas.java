package io.portolan.chaos;

import static org.awaitility.Awaitility.await;

import io.portolan.app.job.ClusterHarness;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;

/** Who leads the partitions of input and output, and who follows. */
final class Replicas {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Replicas() {}

    /** Waits until each partition has a leader, and another than this broker. */
    static void awaitLeaders(World world, int lost) {
        await().atMost(PATIENCE)
                .until(() -> partitions(world).stream()
                        .allMatch(partition ->
                                partition.leader() != null && partition.leader().id() != lost));
    }

    /** Waits until so many have all records of each partition: two of three brokers without them may not write. */
    static void awaitInSync(World world, int brokers) {
        await().atMost(PATIENCE)
                .until(() -> partitions(world).stream()
                        .allMatch(partition -> partition.isr().size() == brokers));
    }

    private static List<TopicPartitionInfo> partitions(World world) throws Exception {
        try (Admin admin = Admin.create(world.cluster().config().kafkaClient())) {
            return admin
                    .describeTopics(List.of(ClusterHarness.FLOWS, "flow-logs-enriched"))
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .toList();
        }
    }
}
