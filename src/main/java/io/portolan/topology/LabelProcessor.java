package io.portolan.topology;

import io.portolan.flow.Flow;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.label.LabelTable;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.topology.GlobalPortRegistry.RegistryAvro;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Puts the labels of both ports beside each flow; what of a record could not be read goes to the dead letters. */
final class LabelProcessor implements Processor<byte[], Reading, byte[], Object> {
    private final RegistryStore registry;
    private final RegistryAvro avro;
    private final LabelTable labels;
    private final DeadLetterQueue deadLetters;
    private ProcessorContext<byte[], Object> context;
    private Labeller labeller;

    LabelProcessor(RegistryStore registry, RegistryAvro avro, LabelTable labels, DeadLetterQueue deadLetters) {
        this.registry = registry;
        this.avro = avro;
        this.labels = labels;
        this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> table = context.getStateStore(registry.name());
        labeller = new Labeller(new GlobalPortRegistry(registry, table, avro), labels);
    }

    @Override
    public void process(Record<byte[], Reading> record) {
        int only = PartIndex.of(record.headers());
        Reading reading = record.value();
        if (reading instanceof Reading.Flows several) {
            PartIndex.expectWithin(only, several.parts().size());
            for (int i = 0; i < several.parts().size(); i++) {
                if (only == PartIndex.ALL || only == i) {
                    process(record, several, i);
                }
            }
        } else {
            PartIndex.expectWithin(only, 1);
            process(record, reading);
        }
    }

    private void process(Record<byte[], Reading> record, Reading reading) {
        if (reading instanceof Flow flow) {
            label(record, flow, record.headers());
        } else if (reading instanceof Reading.NotAFlow other) {
            avro.counters().notFlow(other.reason());
        }
    }

    private void process(Record<byte[], Reading> record, Reading.Flows several, int index) {
        Reading.Part part = several.parts().get(index);
        if (part instanceof Flow flow) {
            // What fails behind this processor is a dead letter with the headers of its record: it has to name the
            // part.
            label(record, flow, PartIndex.put(new RecordHeaders(record.headers()), index));
        } else if (part instanceof Reading.Unreadable bad) {
            deadLetter(record, several, bad);
        } else if (part instanceof Reading.NotAFlow other) {
            avro.counters().notFlow(other.reason());
        }
    }

    private void label(Record<byte[], Reading> record, Flow flow, Headers headers) {
        LabelledFlow labelled = labeller.label(flow);
        context.forward(new Record<>(record.key(), labelled, flow.endTime(), headers), FlowTopology.JUDGE);
    }

    private void deadLetter(Record<byte[], Reading> record, Reading.Flows several, Reading.Unreadable bad) {
        DeadLetterQueue.Position position = context.recordMetadata()
                .map(at -> new DeadLetterQueue.Position(at.topic(), at.partition(), at.offset()))
                .orElseThrow();
        Headers headers = deadLetters.headers(record.headers(), position, UnreadableFlowException.class, bad.cause());
        PartIndex.put(headers, bad.index());
        // Written now, whenever its flows were: a topic that goes by this time would soon delete the letter of an old
        // one.
        long now = context.currentSystemTimeMs();
        context.forward(new Record<>(record.key(), several.record(), now, headers), FlowTopology.WRITE_DEAD_LETTERS);
    }
}
