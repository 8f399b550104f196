package io.portolan.topology;

import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Side;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Judges each flow, writes it with its labels, and counts it; flows on a watched port go on to their stories. */
final class JudgeProcessor implements Processor<byte[], LabelledFlow, byte[], Object> {
    private final Judge judge;
    private final EnrichedFlowWriter writer;
    private final SizeLimit limit;
    private final FlowViews views;
    private final EventClock clock;
    private final CurrentInput input;
    private final FlowCounts counts = new FlowCounts();
    private ProcessorContext<byte[], Object> context;

    JudgeProcessor(
            Judge judge,
            EnrichedFlowWriter writer,
            SizeLimit limit,
            FlowViews views,
            EventClock clock,
            CurrentInput input) {
        this.judge = judge;
        this.writer = writer;
        this.limit = limit;
        this.views = views;
        this.clock = clock;
        this.input = input;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        counts.begin(context);
    }

    @Override
    public void process(Record<byte[], LabelledFlow> record) {
        LabelledFlow labelled = record.value();
        Judgement judgement = judge.judge(labelled);
        Record<byte[], byte[]> enriched = record.withValue(writer.write(labelled, judgement));
        limit.check(enriched);
        List<FlowViews.Document> documents = views.of(enriched);
        // The story first: should it fail, what was read is still at hand for a dead letter, which it is not after a
        // write.
        if (judgement.watched() != Side.UNKNOWN) {
            context.forward(record.withValue(new JudgedFlow(labelled, judgement)), FlowTopology.SIGHT);
        }
        if (clock.moves(labelled.flow().endTime())) {
            context.forward(record.withValue(new ClockMark(labelled.flow().endTime())), FlowTopology.SIGHT);
        }
        context.forward(enriched, FlowTopology.WRITE_ENRICHED);
        if (!documents.isEmpty()) {
            documents.forEach(document -> context.forward(document.record(), document.sink()));
        }
        input.of(context).flow(judgement.verdict(), labelled.flow().endTime());
        // Last: a flow that became a dead letter instead is not counted.
        counts.add(labelled, judgement);
    }
}
