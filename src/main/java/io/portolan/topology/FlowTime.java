package io.portolan.topology;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time of a batch, by which Kafka Streams chooses among the inputs of a task: when the flow of its first record ended. A
 * batch that begins without a flow has the time of its partition. Kafka Streams shares one extractor among its threads, a parser
 * serves one.
 */
final class FlowTime implements TimestampExtractor {
    private final ThreadLocal<FlowParser> parsers;

    FlowTime(Supplier<FlowParser> parser) {
        this.parsers = ThreadLocal.withInitial(parser);
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        byte[] value = InputBatch.first(record);
        return value == null ? otherwise(partitionTime) : time(value).orElseGet(() -> otherwise(partitionTime));
    }

    /** Whatever is wrong with the record, it is told where the record is parsed. */
    private OptionalLong time(byte[] value) {
        try {
            Reading reading = parsers.get().read(value);
            if (reading instanceof Flow flow) {
                return OptionalLong.of(flow.endTime());
            }
            return reading instanceof Reading.Flows several
                    ? several.flows().stream().mapToLong(Flow::endTime).max()
                    : OptionalLong.empty();
        } catch (UnreadableFlowException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Kafka Streams drops a record of a negative time, and a partition without a time has -1. */
    private static long otherwise(long partitionTime) {
        return Math.max(0, partitionTime);
    }
}
