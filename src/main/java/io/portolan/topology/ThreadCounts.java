package io.portolan.topology;

import io.portolan.summary.ServerCounter;
import io.portolan.summary.Servers;
import io.portolan.summary.Traffic;
import io.portolan.summary.TrafficCounter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The counts of the tasks that a thread has, each thread its own. They commit together, so that the first one to commit sends
 * what all of them have counted: of a key that several have, one part (docs/adr/0031).
 */
final class ThreadCounts {
    private final ThreadLocal<List<FlowCounts>> tasks = ThreadLocal.withInitial(ArrayList::new);

    /** A task that begins in this thread, or begins anew. */
    void add(FlowCounts task) {
        remove(task);
        tasks.get().add(task);
    }

    /** A task that ends in this thread. */
    void remove(FlowCounts task) {
        tasks.get().remove(task);
    }

    /** Sends what the tasks of this thread have counted since the last time. */
    void send(ProcessorContext<byte[], Object> context) {
        long now = context.currentSystemTimeMs();
        List<FlowCounts> all = tasks.get();
        TrafficCounter.take(all.stream().map(FlowCounts::traffic).toList())
                .forEach(part -> context.forward(
                        new Record<>(key(Traffic.key(part)), part, now), SummaryTopology.WRITE_TRAFFIC_PARTS));
        ServerCounter.take(all.stream().map(FlowCounts::servers).toList())
                .forEach(part -> context.forward(
                        new Record<>(key(Servers.key(part)), part, now), SummaryTopology.WRITE_SERVER_PARTS));
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
