package io.portolan.topology;

import io.portolan.topology.Origin.Place;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.test.TestRecord;

/** A record for Kafka's test driver, as the job's consumer makes one of several: the driver's own knows no batches. */
public final class ReadBatch {
    private ReadBatch() {}

    /**
     * A batch.
     *
     * @param offset of the first of the records in partition 0 of the topic; the others stand behind it
     */
    public static TestRecord<byte[], byte[]> of(String topic, long offset, List<TestRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : records) {
            Place place = new Place(topic, 0, offset + read.size());
            read.add(Origin.of(place, record.key(), record.value(), record.headers())
                    .record());
        }
        return new TestRecord<>(null, null, new InputBatch(read).asRecord().headers(), 1_000L);
    }
}
