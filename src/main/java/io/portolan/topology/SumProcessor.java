package io.portolan.topology;

import io.portolan.summary.Sum;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Adds the parts that tasks have counted to the sums of their keys; of each that changed, the sum is sent at the commit. */
final class SumProcessor<T> implements Processor<String, T, String, byte[]> {
    /** A sum of a server takes a kilobyte or two, and five at most. */
    private static final int KNOWN = 4_096;

    private final Summing<T> summing;
    private final Map<String, Sum<T>> changed = new LinkedHashMap<>();
    /** Most keys come again with the next commit; reading one back from the store takes longer than adding to it. */
    private final Map<String, Sum<T>> known = new Recent<>(KNOWN);

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
        known.clear();
        BeforeCommit changes = context.getStateStore(summing.changes());
        changes.run(context, this::send);
        context.schedule(AgedStore.LOOK, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void process(Record<String, T> record) {
        String key = record.key();
        Sum<T> sum = sum(key);
        if (sum == null) {
            changed.put(key, summing.begin().apply(record.value()));
        } else {
            sum.add(record.value());
            changed.put(key, sum);
        }
    }

    private @Nullable Sum<T> sum(String key) {
        Sum<T> sum = changed.get(key);
        if (sum == null) {
            sum = known.get(key);
        }
        return sum == null ? sums.get(key).map(summing::read).orElse(null) : sum;
    }

    private void send() {
        long now = context.currentSystemTimeMs();
        changed.forEach((key, sum) -> {
            byte[] value = summing.write(sum);
            sums.put(key, value, now);
            context.forward(new Record<>(key, value, now));
        });
        known.putAll(changed);
        changed.clear();
    }

    private void forget(long now) {
        for (String key : sums.expire(now - summing.memory().toMillis())) {
            known.remove(key);
            if (summing.tombstones()) {
                context.forward(new Record<>(key, null, now));
            }
        }
    }
}
