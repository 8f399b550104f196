package io.portolan.topology;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Records for one topic on their way through Kafka Streams as one: as the header of a record without key and value. The
 * producer sends them each by itself, so that this record is never written.
 */
final class OutputBatch implements CarryingHeader {
    private static final String KEY = "portolan.output.batch";

    private List<ProducerRecord<byte[], byte[]>> records;

    /**
     * @param records one or more, in their order
     */
    OutputBatch(List<ProducerRecord<byte[], byte[]>> records) {
        this.records = records;
    }

    @Override
    public String key() {
        return KEY;
    }

    /** The record that Kafka Streams is given: its time is that of the last. */
    Record<byte[], byte[]> asRecord() {
        long time = records.get(records.size() - 1).timestamp();
        return new Record<>(null, null, time, new RecordHeaders(new Header[] {this}));
    }

    /**
     * What is to be sent for the record given: the records of its batch, or none but itself. The batch lets go of them, since
     * Kafka Streams keeps the record that it was given until the last of them is acknowledged.
     */
    static List<ProducerRecord<byte[], byte[]>> sent(ProducerRecord<byte[], byte[]> record) {
        return record.headers().lastHeader(KEY) instanceof OutputBatch batch ? batch.take() : List.of(record);
    }

    private List<ProducerRecord<byte[], byte[]>> take() {
        List<ProducerRecord<byte[], byte[]>> taken = records;
        records = List.of();
        return taken;
    }
}
