package io.portolan.app.cluster;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/** From where to where each partition is read. */
final class PartitionSpans {
    private final Map<TopicPartition, Long> starts;
    private final Map<TopicPartition, Long> ends;

    private PartitionSpans(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        this.starts = starts;
        this.ends = new HashMap<>(ends);
    }

    /**
     * Of the partitions that are assigned, up to these ends.
     *
     * @param ends the offset behind the last record of each
     */
    static PartitionSpans of(KafkaConsumer<byte[], byte[]> consumer, Bounds bounds, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(ends.keySet()));
        Map<TopicPartition, Long> limits = new HashMap<>(ends);
        bounds.from().ifPresent(time -> starts.putAll(startsAt(consumer, time, ends)));
        bounds.offsets()
                .forEach((number, range) -> partitions(ends.keySet(), number).forEach(partition -> {
                    starts.merge(partition, range.first(), Math::max);
                    // An open range goes to the largest offset that there is.
                    limits.merge(partition, Math.max(range.last(), range.last() + 1), Math::min);
                }));
        limits.replaceAll((partition, limit) -> Math.max(limit, starts.get(partition)));
        return new PartitionSpans(starts, limits);
    }

    Map<TopicPartition, Long> starts() {
        return starts;
    }

    /** Offsets to go through, those of records that are not there any more included. */
    long size() {
        return ends.keySet().stream().mapToLong(this::size).sum();
    }

    /** How many of them lie before these positions. */
    long done(Function<TopicPartition, Long> position) {
        return ends.keySet().stream()
                .mapToLong(partition ->
                        Math.max(0, Math.min(position.apply(partition), ends.get(partition)) - starts.get(partition)))
                .sum();
    }

    List<TopicPartition> finished(Function<TopicPartition, Long> position) {
        return ends.keySet().stream()
                .filter(partition -> position.apply(partition) >= ends.get(partition))
                .toList();
    }

    boolean holds(ConsumerRecord<byte[], byte[]> record) {
        return record.offset() < ends.get(partition(record));
    }

    /** Nothing earlier follows a record of a topic whose times are those of arrival. */
    void endBefore(ConsumerRecord<byte[], byte[]> record) {
        if (record.timestampType() == TimestampType.LOG_APPEND_TIME) {
            ends.put(partition(record), record.offset());
        }
    }

    private long size(TopicPartition partition) {
        return ends.get(partition) - starts.get(partition);
    }

    /** A partition without such a record is at its end. */
    private static Map<TopicPartition, Long> startsAt(
            KafkaConsumer<byte[], byte[]> consumer, Instant time, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                ends.keySet().stream().collect(Collectors.toMap(Function.identity(), key -> time.toEpochMilli())));
        Map<TopicPartition, Long> starts = new HashMap<>(ends);
        found.forEach((partition, at) -> {
            if (at != null) {
                starts.put(partition, at.offset());
            }
        });
        return starts;
    }

    private static Collection<TopicPartition> partitions(Set<TopicPartition> all, int number) {
        return all.stream().filter(partition -> partition.partition() == number).toList();
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
