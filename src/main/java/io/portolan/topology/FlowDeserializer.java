package io.portolan.topology;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the records of an input, and checks them here already: this is where Kafka Streams hands a failure to the
 * handler that writes dead letters. Kafka Streams shares one deserializer among its threads, a parser serves one.
 */
final class FlowDeserializer implements Deserializer<Reading> {
    private final ThreadLocal<FlowParser> parsers;
    private final InputCounters counters;

    FlowDeserializer(Supplier<FlowParser> parser, InputCounters counters) {
        this.parsers = ThreadLocal.withInitial(parser);
        this.counters = counters;
    }

    @Override
    public Reading deserialize(String topic, byte[] value) {
        counters.record();
        if (value == null) {
            throw new SerializationException("the record has no value");
        }
        try {
            return parsers.get().read(value);
        } catch (UnreadableFlowException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }
}
