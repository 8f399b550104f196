package io.portolan.topology;

import io.portolan.judge.Judgement;
import io.portolan.label.LabelledFlow;
import io.portolan.summary.ServerCounter;
import io.portolan.summary.TrafficCounter;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What the flows of a task come to: counted one by one, and sent on when the task commits, as a handful of records for
 * thousands of flows, in the same transaction. It is no processor of its own: each flow would be wrapped and forwarded only
 * to be counted.
 */
final class FlowCounts {
    private final ThreadCounts thread;
    private final TrafficCounter traffic = new TrafficCounter();
    private final ServerCounter servers = new ServerCounter();

    FlowCounts(ThreadCounts thread) {
        this.thread = thread;
    }

    /** Begins, with nothing counted; to be called by the processor that counts, within its init. */
    void begin(ProcessorContext<byte[], Object> context) {
        // A task that failed begins again with the same processor, and reads again what it had counted.
        forget();
        thread.add(this);
        BeforeCommit counts = context.getStateStore(SummaryTopology.COUNTS);
        counts.run(context, () -> thread.send(context));
    }

    void add(LabelledFlow labelled, Judgement judgement) {
        traffic.add(labelled, judgement);
        servers.add(labelled, judgement);
    }

    /** Ends; what was counted and not sent is read again by the next one to have the task. */
    void end() {
        forget();
        thread.remove(this);
    }

    TrafficCounter traffic() {
        return traffic;
    }

    ServerCounter servers() {
        return servers;
    }

    private void forget() {
        TrafficCounter.take(List.of(traffic));
        ServerCounter.take(List.of(servers));
    }
}
