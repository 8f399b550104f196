package io.portolan.topology;

import io.portolan.schema.PortSighting;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Event time of a sighting: when its flow ended, or how far the clock has come. */
final class SightingTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.value() instanceof PortSighting sighting
                ? sighting.getTime().toEpochMilli()
                : Math.max(0, partitionTime);
    }
}
