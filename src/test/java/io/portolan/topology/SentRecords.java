package io.portolan.topology;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.test.TestRecord;

/** What the job's producer would send for the records that Kafka's test driver shows, whose own producer knows no batches. */
public final class SentRecords {
    private SentRecords() {}

    /** The records of a topic, each by itself. */
    public static List<TestRecord<byte[], byte[]>> of(String topic, List<TestRecord<byte[], byte[]>> written) {
        return written.stream()
                .map(record -> new ProducerRecord<>(
                        topic, null, record.timestamp(), record.key(), record.value(), record.headers()))
                .flatMap(record -> OutputBatch.sent(record).stream())
                .map(record -> new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()))
                .toList();
    }
}
