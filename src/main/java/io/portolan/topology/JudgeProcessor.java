package io.portolan.topology;

import io.portolan.judge.EnrichedFlowWriter;
import io.portolan.judge.Judge;
import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Side;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Judges each flow, writes it with its labels, and counts it; flows on a watched port go on to their stories. */
final class JudgeProcessor implements Processor<byte[], FlowBatch<LabelledRead>, byte[], Object> {
    private final Judge judge;
    private final EnrichedFlowWriter writer;
    private final SizeLimit limit;
    private final FlowViews views;
    private final EventClock clock;
    private final DeadLetterQueue queue;
    private final FlowCounts counts;
    private ProcessorContext<byte[], Object> context;
    private DeadLetters letters;
    private boolean begun;

    JudgeProcessor(
            Judge judge,
            EnrichedFlowWriter writer,
            SizeLimit limit,
            FlowViews views,
            EventClock clock,
            FlowCounts counts,
            DeadLetterQueue queue) {
        this.judge = judge;
        this.writer = writer;
        this.limit = limit;
        this.views = views;
        this.clock = clock;
        this.counts = counts;
        this.queue = queue;
    }

    @Override
    public void init(ProcessorContext<byte[], Object> processorContext) {
        context = processorContext;
        letters = new DeadLetters(queue, context);
        counts.begin(context);
        begun = false;
    }

    @Override
    public void process(Record<byte[], FlowBatch<LabelledRead>> record) {
        FlowBatch<LabelledRead> batch = record.value();
        List<ProducerRecord<byte[], byte[]>> enriched =
                new ArrayList<>(batch.flows().size());
        InputCounters.Tally tally = new InputCounters.Tally();
        for (LabelledRead read : batch.flows()) {
            Outcome outcome;
            try {
                outcome = judge(read);
            } catch (RuntimeException e) {
                letters.send(read.origin(), e);
                continue;
            }
            forward(read, outcome);
            enriched.add(outcome.enriched());
            tally.add(outcome.judgement().verdict(), outcome.time());
            // Last: a flow that became a dead letter instead is not counted.
            counts.add(read.labelled(), outcome.judgement());
        }
        batch.input().flows(tally);
        if (!enriched.isEmpty()) {
            context.forward(new OutputBatch(enriched).asRecord(), FlowTopology.WRITE_ENRICHED);
            commitFirst();
        }
    }

    /** The first flows of a task do not wait for the commit interval: whoever has just started the job waits for them. */
    private void commitFirst() {
        if (!begun) {
            context.commit();
            begun = true;
        }
    }

    @Override
    public void close() {
        counts.end();
    }

    private Outcome judge(LabelledRead read) {
        LabelledFlow labelled = read.labelled();
        Judgement judgement = judge.judge(labelled);
        ProducerRecord<byte[], byte[]> enriched = new ProducerRecord<>(
                limit.topic(),
                null,
                labelled.flow().endTime(),
                read.origin().record().key(),
                writer.write(labelled, judgement),
                read.origin().headers());
        limit.check(enriched.key(), enriched.value(), enriched.headers());
        return new Outcome(judgement, enriched, views.of(enriched));
    }

    private void forward(LabelledRead read, Outcome outcome) {
        if (outcome.judgement().watched() != Side.UNKNOWN) {
            context.forward(outcome.with(new JudgedFlow(read, outcome.judgement())), FlowTopology.SIGHT);
        }
        if (clock.moves(outcome.time())) {
            context.forward(outcome.with(new ClockMark(outcome.time())), FlowTopology.SIGHT);
        }
        for (FlowViews.Document document : outcome.documents()) {
            context.forward(document.record(), document.sink());
        }
    }

    /** What a flow comes to, all made before any of it is sent. */
    private record Outcome(
            Judgement judgement, ProducerRecord<byte[], byte[]> enriched, List<FlowViews.Document> documents) {
        long time() {
            return enriched.timestamp();
        }

        <V> Record<byte[], V> with(V value) {
            return new Record<>(enriched.key(), value, time(), enriched.headers());
        }
    }
}
