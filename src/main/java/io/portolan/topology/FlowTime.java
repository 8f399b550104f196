package io.portolan.topology;

import io.portolan.flow.Flow;
import io.portolan.flow.Reading;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Event time: when a flow ended. A record without a flow has the time of its partition. */
final class FlowTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.value() instanceof Flow flow) {
            return flow.endTime();
        }
        long otherwise = Math.max(0, partitionTime);
        return record.value() instanceof Reading.Flows several
                ? several.flows().stream().mapToLong(Flow::endTime).max().orElse(otherwise)
                : otherwise;
    }
}
