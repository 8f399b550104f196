package io.portolan.app.cluster;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which records of a topic are read.
 *
 * @param from only those with this time or a later one
 * @param to only those with an earlier time than this
 * @param offsets only these of these partitions; empty for all of all
 */
public record Bounds(Optional<Instant> from, Optional<Instant> to, Map<Integer, OffsetRange> offsets) {
    /** The whole topic. */
    public static Bounds none() {
        return new Bounds(Optional.empty(), Optional.empty(), Map.of());
    }

    /** Whether a partition has records that are read. */
    boolean holds(int partition) {
        return offsets.isEmpty() || offsets.containsKey(partition);
    }

    /** Whether a record is one of those. */
    boolean holds(ConsumerRecord<byte[], byte[]> record) {
        OffsetRange range = offsets.get(record.partition());
        return (range == null || range.holds(record.offset()))
                && from.map(time -> record.timestamp() >= time.toEpochMilli()).orElse(true)
                && !isAfter(record);
    }

    /** Whether a record has a time behind the bounds. */
    boolean isAfter(ConsumerRecord<byte[], byte[]> record) {
        return to.map(time -> record.timestamp() >= time.toEpochMilli()).orElse(false);
    }
}
