package io.portolan.topology;

import io.portolan.schema.Verdict;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one input, by all threads of a job: a flow costs an addition and a comparison. */
public final class InputCounters {
    private static final Verdict[] VERDICTS = Verdict.values();

    private final String topic;
    private final LongAdder records = new LongAdder();
    private final LongAdder[] flows = new LongAdder[VERDICTS.length];
    private final LongAccumulator newest = new LongAccumulator(Math::max, Long.MIN_VALUE);

    InputCounters(String topic) {
        this.topic = topic;
        for (Verdict verdict : VERDICTS) {
            flows[verdict.ordinal()] = new LongAdder();
        }
    }

    /** The topic that is read. */
    public String topic() {
        return topic;
    }

    /** Records that were read, whatever they hold. */
    public long records() {
        return records.sum();
    }

    /** Flows that were written with this verdict. */
    public long flows(Verdict verdict) {
        return flows[verdict.ordinal()].sum();
    }

    /** When the newest flow ended that was written, milliseconds since the epoch; empty before the first. */
    public OptionalLong newestFlow() {
        long time = newest.get();
        return time == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(time);
    }

    void record() {
        records.increment();
    }

    void flow(Verdict verdict, long endTime) {
        flows[verdict.ordinal()].increment();
        newest.accumulate(endTime);
    }
}
