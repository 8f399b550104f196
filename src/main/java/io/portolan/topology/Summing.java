package io.portolan.topology;

import java.time.Duration;
import java.util.function.BinaryOperator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How the parts of a sum become one.
 *
 * @param type class of the records
 * @param sum of two records of one key
 * @param store where the sums are kept
 * @param changes where those are noted that a task has changed and not sent
 * @param topic that the sums are written to; they are kept as they are written
 * @param memory how long a sum is kept to which nothing is added, by the time of day
 * @param tombstones whether readers of the topic are told when a sum is forgotten
 */
record Summing<T>(
        Class<T> type,
        BinaryOperator<T> sum,
        String store,
        String changes,
        String topic,
        Duration memory,
        boolean tombstones,
        Serializer<Object> serializer,
        Deserializer<Object> deserializer) {
    byte[] write(T value) {
        return serializer.serialize(topic, value);
    }

    T read(byte[] value) {
        return type.cast(deserializer.deserialize(topic, value));
    }
}
