package io.portolan.topology;

import io.portolan.summary.ServerCounter;
import io.portolan.summary.Servers;
import io.portolan.summary.Traffic;
import io.portolan.summary.TrafficCounter;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Counts flows within their task, and sends on what they come to when the task commits: a handful of records for
 * thousands of flows, in the same transaction.
 */
final class CountProcessor implements Processor<byte[], JudgedFlow, String, Object> {
    private final TrafficCounter traffic = new TrafficCounter();
    private final ServerCounter servers = new ServerCounter();
    private ProcessorContext<String, Object> context;

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        // A task that failed begins again with the same processor, and reads again what it had counted.
        traffic.take();
        servers.take();
        BeforeCommit counts = context.getStateStore(SummaryTopology.COUNTS);
        counts.run(context, this::send);
    }

    @Override
    public void process(Record<byte[], JudgedFlow> record) {
        JudgedFlow flow = record.value();
        traffic.add(flow.labelled(), flow.judgement());
        servers.add(flow.labelled(), flow.judgement());
    }

    private void send() {
        long now = context.currentSystemTimeMs();
        traffic.take()
                .forEach(part -> context.forward(
                        new Record<>(Traffic.key(part), part, now), SummaryTopology.WRITE_TRAFFIC_PARTS));
        servers.take()
                .forEach(part -> context.forward(
                        new Record<>(Servers.key(part), part, now), SummaryTopology.WRITE_SERVER_PARTS));
    }
}
