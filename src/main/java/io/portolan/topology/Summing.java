package io.portolan.topology;

import io.portolan.summary.Sum;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How the parts of a sum become one.
 *
 * @param type class of the records
 * @param begin begins a sum with a part, or with one that was kept
 * @param store where the sums are kept
 * @param changes where those are noted that a task has changed and not sent
 * @param topic that the sums are written to; they are kept as they are written
 * @param memory how long a sum is kept to which nothing is added, by the time of day
 * @param tombstones whether readers of the topic are told when a sum is forgotten
 */
record Summing<T>(
        Class<T> type,
        Function<T, Sum<T>> begin,
        String store,
        String changes,
        String topic,
        Duration memory,
        boolean tombstones,
        Serializer<Object> serializer,
        Deserializer<Object> deserializer) {
    byte[] write(Sum<T> sum) {
        return serializer.serialize(topic, sum.total());
    }

    Sum<T> read(byte[] value) {
        return begin.apply(type.cast(deserializer.deserialize(topic, value)));
    }
}
