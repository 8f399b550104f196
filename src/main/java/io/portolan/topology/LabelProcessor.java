package io.portolan.topology;

import io.portolan.label.LabelTable;
import io.portolan.label.Labeller;
import io.portolan.topology.GlobalPortRegistry.RegistryAvro;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Puts the labels of both ports beside each flow; one that they cannot be found for goes to the dead letters. */
final class LabelProcessor implements Processor<byte[], FlowBatch<ReadFlow>, byte[], Object> {
    private final RegistryStore registry;
    private final RegistryAvro avro;
    private final LabelTable labels;
    private final DeadLetterQueue queue;
    private ProcessorContext<byte[], Object> context;
    private DeadLetters letters;
    private Labeller labeller;

    LabelProcessor(RegistryStore registry, RegistryAvro avro, LabelTable labels, DeadLetterQueue queue) {
        this.registry = registry;
        this.avro = avro;
        this.labels = labels;
        this.queue = queue;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        letters = new DeadLetters(queue, context);
        ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> table = context.getStateStore(registry.name());
        labeller = new Labeller(new GlobalPortRegistry(registry, table, avro), labels);
    }

    @Override
    public void process(Record<byte[], FlowBatch<ReadFlow>> record) {
        FlowBatch<ReadFlow> batch = record.value();
        List<LabelledRead> labelled = new ArrayList<>(batch.flows().size());
        for (ReadFlow read : batch.flows()) {
            try {
                labelled.add(new LabelledRead(read.origin(), labeller.label(read.flow())));
            } catch (RuntimeException e) {
                letters.send(read.origin(), e);
            }
        }
        context.forward(record.withValue(new FlowBatch<>(batch.input(), labelled)), FlowTopology.JUDGE);
    }
}
