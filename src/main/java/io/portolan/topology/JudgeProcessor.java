package io.portolan.topology;

import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Verdict;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Judges each flow and writes it with its labels; flows on a watched port go on to the alerts. */
final class JudgeProcessor implements Processor<byte[], LabelledFlow, byte[], Object> {
    private final Judge judge;
    private final EnrichedFlowWriter writer;
    private final SizeLimit limit;
    private ProcessorContext<byte[], Object> context;

    JudgeProcessor(Judge judge, EnrichedFlowWriter writer, SizeLimit limit) {
        this.judge = judge;
        this.writer = writer;
        this.limit = limit;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], LabelledFlow> record) {
        LabelledFlow labelled = record.value();
        Judgement judgement = judge.judge(labelled);
        Record<byte[], byte[]> enriched = record.withValue(writer.write(labelled, judgement));
        limit.check(enriched);
        // The alert first: should it fail, what was read is still at hand for a dead letter, which it is not after a
        // write.
        if (judgement.verdict() != Verdict.NONE) {
            context.forward(record.withValue(new JudgedFlow(labelled, judgement)), FlowTopology.ALERT);
        }
        context.forward(enriched, FlowTopology.WRITE_ENRICHED);
    }
}
