package io.portolan.topology;

import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import io.portolan.summary.ServerCounter;
import io.portolan.summary.Servers;
import io.portolan.summary.Traffic;
import io.portolan.summary.TrafficCounter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What the flows of a task come to: counted one by one, and sent on when the task commits, as a handful of records for
 * thousands of flows, in the same transaction. It is no processor of its own: each flow would be wrapped and forwarded only
 * to be counted.
 */
final class FlowCounts {
    private final TrafficCounter traffic = new TrafficCounter();
    private final ServerCounter servers = new ServerCounter();

    /** Begins, with nothing counted; to be called by the processor that counts, within its init. */
    void begin(ProcessorContext<byte[], Object> context) {
        // A task that failed begins again with the same processor, and reads again what it had counted.
        traffic.take();
        servers.take();
        BeforeCommit counts = context.getStateStore(SummaryTopology.COUNTS);
        counts.run(context, () -> send(context));
    }

    void add(LabelledFlow labelled, Judgement judgement) {
        traffic.add(labelled, judgement);
        servers.add(labelled, judgement);
    }

    private void send(ProcessorContext<byte[], Object> context) {
        long now = context.currentSystemTimeMs();
        traffic.take()
                .forEach(part -> context.forward(
                        new Record<>(key(Traffic.key(part)), part, now), SummaryTopology.WRITE_TRAFFIC_PARTS));
        servers.take()
                .forEach(part -> context.forward(
                        new Record<>(key(Servers.key(part)), part, now), SummaryTopology.WRITE_SERVER_PARTS));
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
