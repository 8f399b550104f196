package io.portolan.app.reset;

import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/**
 * What becomes of one partition.
 *
 * @param partition of an input or a topic between stages
 * @param before the offset that the job would go on at; empty if it never committed one
 * @param after the offset that it shall go on at
 */
public record Move(TopicPartition partition, OptionalLong before, long after) {
    /** How many offsets are read a second time. */
    public long again() {
        return Math.max(0, before.orElse(after) - after);
    }

    /** How many offsets are passed over. */
    public long skipped() {
        return Math.max(0, after - before.orElse(after));
    }
}
