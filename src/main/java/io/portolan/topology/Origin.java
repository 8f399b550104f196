package io.portolan.topology;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * What a flow was read from.
 *
 * @param record of an input
 * @param part index of the flow among several of the record, or {@link PartIndex#ALL} if it holds no other
 */
record Origin(ConsumerRecord<byte[], byte[]> record, int part) {
    /** The whole of a record that was read at this place. */
    static Origin of(Place place, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return of(new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                place.offset(),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                headers,
                Optional.empty()));
    }

    /** The whole of a record. */
    static Origin of(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(record, PartIndex.ALL);
    }

    /** The headers of the record, and of a part its index. Not to be changed. */
    Headers headers() {
        return part == PartIndex.ALL ? record.headers() : PartIndex.put(new RecordHeaders(record.headers()), part);
    }

    /** Where the record stands. */
    Place place() {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** A place in Kafka. */
    record Place(String topic, int partition, long offset) {
        String text() {
            return "at offset " + offset + " of " + topic + "-" + partition;
        }
    }
}
