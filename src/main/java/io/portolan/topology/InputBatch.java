package io.portolan.topology;

import io.portolan.topology.Origin.Place;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Records of one partition that follow one another, on their way through Kafka Streams as one: as the header of a record
 * without key and value, which has the offset of the first. It never leaves the process.
 *
 * @param records one or more, in the order of their offsets
 */
record InputBatch(List<ConsumerRecord<byte[], byte[]>> records) implements CarryingHeader {
    private static final String KEY = "portolan.input.batch";

    @Override
    public String key() {
        return KEY;
    }

    /** The record that Kafka Streams is given: its size is that of all. */
    ConsumerRecord<byte[], byte[]> asRecord() {
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        int keys = 0;
        int values = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            keys += Math.max(0, record.serializedKeySize());
            values += Math.max(0, record.serializedValueSize());
        }
        return new ConsumerRecord<>(
                first.topic(),
                first.partition(),
                first.offset(),
                first.timestamp(),
                first.timestampType(),
                keys,
                values,
                null,
                null,
                new RecordHeaders(new Header[] {this}),
                first.leaderEpoch());
    }

    /** The records behind the one at work: those of its batch, or itself if it came without. */
    static List<ConsumerRecord<byte[], byte[]>> of(Record<byte[], byte[]> record, ProcessingContext context) {
        return record.headers().lastHeader(KEY) instanceof InputBatch batch
                ? batch.records
                : List.of(alone(record, context.recordMetadata().orElseThrow()));
    }

    /** The value of the first of the records behind one, null if it has none. */
    static byte @Nullable [] first(ConsumerRecord<Object, Object> record) {
        return record.headers().lastHeader(KEY) instanceof InputBatch batch
                ? batch.records.get(0).value()
                : (byte[]) record.value();
    }

    /** Whether the record with these headers stands for those of a batch. */
    static boolean isIn(Headers headers) {
        return headers.lastHeader(KEY) instanceof InputBatch;
    }

    private static ConsumerRecord<byte[], byte[]> alone(Record<byte[], byte[]> record, RecordMetadata at) {
        Place place = new Place(at.topic(), at.partition(), at.offset());
        return Origin.of(place, record.key(), record.value(), record.headers()).record();
    }
}
