package io.portolan.topology;

import io.portolan.schema.Verdict;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one input, by all threads of a job: of a batch, once for all of its flows. */
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

    void records(int number) {
        records.add(number);
    }

    void flows(Tally tally) {
        for (int i = 0; i < tally.flows.length; i++) {
            if (tally.flows[i] > 0) {
                flows[i].add(tally.flows[i]);
            }
        }
        newest.accumulate(tally.newest);
    }

    /** What one thread counts of a batch. */
    static final class Tally {
        private final long[] flows = new long[VERDICTS.length];
        private long newest = Long.MIN_VALUE;

        /**
         * Counts a flow.
         *
         * @param endTime milliseconds since the epoch
         */
        void add(Verdict verdict, long endTime) {
            flows[verdict.ordinal()]++;
            newest = Math.max(newest, endTime);
        }
    }
}
