package io.portolan.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time that Kafka has of a record, by which Kafka Streams chooses among the partitions of a task. The time of a flow is
 * known when it is read, and goes with it from then on. A record without a time has that of its partition.
 */
final class ReadTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() < 0 ? Math.max(0, partitionTime) : record.timestamp();
    }
}
