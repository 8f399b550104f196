package io.portolan.topology;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds the parts that tasks have counted to the sums of their keys; of each that changed, the sum is sent at the commit. */
final class SumProcessor<T> implements Processor<String, T, String, byte[]> {
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Summing<T> summing;
    private final Map<String, T> changed = new LinkedHashMap<>();
    private ProcessorContext<String, byte[]> context;
    private AgedStore sums;

    SumProcessor(Summing<T> summing) {
        this.summing = summing;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        sums = new AgedStore(context.getStateStore(summing.store()));
        changed.clear();
        BeforeCommit changes = context.getStateStore(summing.changes());
        changes.run(context, this::send);
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, T> record) {
        String key = record.key();
        T known = changed.get(key);
        if (known == null) {
            known = sums.get(key).map(summing::read).orElse(null);
        }
        changed.put(key, known == null ? record.value() : summing.sum().apply(known, record.value()));
    }

    private void send() {
        long now = context.currentSystemTimeMs();
        changed.forEach((key, sum) -> {
            byte[] value = summing.write(sum);
            sums.put(key, value, now);
            context.forward(new Record<>(key, value, now));
        });
        changed.clear();
    }

    private void forget(long now) {
        for (String key : sums.expire(now - summing.memory().toMillis())) {
            if (summing.tombstones()) {
                context.forward(new Record<>(key, null, now));
            }
        }
    }
}
