package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * What a job reads and how far it has come with it, as the cluster knows it by committed offsets. Asked often, it asks the
 * cluster every other second at most.
 */
public final class Backlog implements AutoCloseable {
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long SECONDS = 3;

    private final PortolanConfig config;
    private final Admin admin;
    private final Set<String> topics;
    private @Nullable Map<String, Integer> partitions;
    private @Nullable List<Position> positions;
    private long readAt;

    /**
     * A place in a partition.
     *
     * @param committed offset of the record that is read next, 0 before the first commit
     * @param end offset of the record that is written next
     */
    public record Position(String topic, int partition, long committed, long end) {
        /** Records that are not processed yet. */
        public long lag() {
            return Math.max(0, end - committed);
        }
    }

    /**
     * @param topics that the job reads
     */
    public Backlog(PortolanConfig config, Set<String> topics) {
        this.config = config;
        this.topics = Set.copyOf(topics);
        this.admin = Clusters.admin(config);
    }

    /**
     * How many partitions each topic has; a job has to be started anew when that changes.
     *
     * @throws KafkaException if the cluster does not say so within seconds
     */
    public synchronized Map<String, Integer> partitions() {
        Map<String, Integer> known = partitions;
        if (known == null) {
            known = await(admin.describeTopics(topics).allTopicNames()).entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().partitions().size()));
            partitions = known;
        }
        return known;
    }

    /**
     * The position in each partition, by topic and partition.
     *
     * @throws KafkaException if the cluster does not say so within seconds
     */
    public synchronized List<Position> positions() {
        List<Position> known = positions;
        if (known == null || System.nanoTime() - readAt > FRESH_NANOS) {
            known = read();
            positions = known;
            readAt = System.nanoTime();
        }
        return known;
    }

    /**
     * Records in all partitions that are not processed yet, as the cluster has it at this moment.
     *
     * @throws KafkaException if the cluster does not say so within seconds
     */
    public synchronized long lag() {
        return read().stream().mapToLong(Position::lag).sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private List<Position> read() {
        Map<TopicPartition, OffsetSpec> latest = partitions().entrySet().stream()
                .flatMap(topic -> IntStream.range(0, topic.getValue())
                        .mapToObj(partition -> new TopicPartition(topic.getKey(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> offsets =
                admin.listConsumerGroupOffsets(config.applicationId()).partitionsToOffsetAndMetadata();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                await(admin.listOffsets(latest).all());
        Map<TopicPartition, OffsetAndMetadata> committed = await(offsets);
        return ends.entrySet().stream()
                .map(end -> position(
                        end.getKey(),
                        committed.get(end.getKey()),
                        end.getValue().offset()))
                .sorted(Comparator.comparing(Position::topic).thenComparing(Position::partition))
                .toList();
    }

    private static Position position(TopicPartition at, @Nullable OffsetAndMetadata committed, long end) {
        return new Position(at.topic(), at.partition(), committed == null ? 0 : committed.offset(), end);
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Clusters.unreachable(config, e.getCause());
        } catch (TimeoutException e) {
            throw Clusters.unreachable(config, new org.apache.kafka.common.errors.TimeoutException(e));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
