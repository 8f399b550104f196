package io.portolan.topology;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.PastFlows;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Reads the flows of the records of an input; what of a record cannot be read goes to the dead letters. */
final class ParseProcessor implements Processor<byte[], byte[], byte[], Object> {
    private final FlowParser parser;
    private final StillTime time;
    private final InputCounters input;
    private final JobCounters counters;
    private final DeadLetterQueue queue;
    private ProcessorContext<byte[], Object> context;
    private DeadLetters letters;

    /**
     * @param parser of this processor alone
     * @param now the time of day, milliseconds since the epoch, behind which flows have to end
     */
    ParseProcessor(
            FlowParser parser, LongSupplier now, InputCounters input, JobCounters counters, DeadLetterQueue queue) {
        this.time = new StillTime(now);
        this.parser = new PastFlows(parser, time);
        this.input = input;
        this.counters = counters;
        this.queue = queue;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        letters = new DeadLetters(queue, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        List<ConsumerRecord<byte[], byte[]>> records = InputBatch.of(record, context);
        input.records(records.size());
        time.look();
        List<ReadFlow> flows = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> one : records) {
            try {
                parse(one, flows);
            } catch (RuntimeException e) {
                letters.send(Origin.of(one), e);
            }
        }
        if (!flows.isEmpty()) {
            context.forward(record.withValue(new FlowBatch<>(input, flows)), FlowTopology.LABEL);
        }
    }

    private void parse(ConsumerRecord<byte[], byte[]> record, List<ReadFlow> flows) {
        Reading reading = read(record.value());
        int only = PartIndex.of(record.headers());
        if (reading instanceof Reading.Flows several) {
            PartIndex.expectWithin(only, several.parts().size());
            for (int i = 0; i < several.parts().size(); i++) {
                if (only == PartIndex.ALL || only == i) {
                    take(several.parts().get(i), new Origin(record, i), flows);
                }
            }
        } else {
            PartIndex.expectWithin(only, 1);
            take(reading, record, flows);
        }
    }

    private Reading read(byte[] value) {
        if (value == null) {
            throw new SerializationException("the record has no value");
        }
        try {
            return parser.read(value);
        } catch (UnreadableFlowException e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }

    private void take(Reading reading, ConsumerRecord<byte[], byte[]> record, List<ReadFlow> flows) {
        if (reading instanceof Flow flow) {
            flows.add(new ReadFlow(Origin.of(record), flow));
        } else if (reading instanceof Reading.NotAFlow other) {
            counters.notFlow(other.reason());
        }
    }

    private void take(Reading.Part part, Origin origin, List<ReadFlow> flows) {
        if (part instanceof Flow flow) {
            flows.add(new ReadFlow(origin, flow));
        } else if (part instanceof Reading.Unreadable bad) {
            letters.unreadable(origin, bad.cause());
        } else if (part instanceof Reading.NotAFlow other) {
            counters.notFlow(other.reason());
        }
    }
}
