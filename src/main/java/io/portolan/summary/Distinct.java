package io.portolan.summary;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Distinct texts: the first ones themselves, and beyond these a count that is an estimate in a kilobyte, whatever comes
 * (UltraLogLog of 2<sup>10</sup> registers: a standard error of 2.4 %). A state that is kept: its fields are what is
 * written.
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public final class Distinct {
    /** So many are counted exactly and kept as they are. */
    public static final int EXACT = 64;

    /** Of more, so many are kept, to be shown: the others would be written again with every change. */
    public static final int SHOWN = 10;

    private static final int PRECISION = 10;
    private static final long UNKNOWN = -1;

    private List<String> first = new ArrayList<>();
    private byte @Nullable [] sketch;
    /** What the sketch comes to. To find that out takes longer than all the rest, and most that comes is known already. */
    private long estimate = UNKNOWN;

    /**
     * What was kept of others: the first ones, and the sketch if there were more.
     *
     * @param sketch not copied
     * @param count what they came to
     */
    public static Distinct of(List<String> first, byte @Nullable [] sketch, long count) {
        Distinct distinct = new Distinct();
        distinct.first.addAll(first);
        distinct.sketch = sketch;
        distinct.estimate = sketch == null ? UNKNOWN : count;
        return distinct;
    }

    /** One of its own. */
    public Distinct copy() {
        return of(first, sketch == null ? null : sketch.clone(), estimate);
    }

    public void add(String text) {
        if (sketch == null && !first.contains(text)) {
            first.add(text);
            if (first.size() > EXACT) {
                first.forEach(this::sketch);
                keep();
            }
        } else if (sketch != null) {
            sketch(text);
        }
    }

    /** Adds all that the other counts. */
    public void addAll(Distinct other) {
        if (other.sketch == null) {
            other.first.forEach(this::add);
            return;
        }
        byte[] before = sketch;
        UltraLogLog all = UltraLogLog.create(PRECISION).add(UltraLogLog.wrap(other.sketch));
        if (before == null) {
            first.forEach(text -> all.add(hash(text)));
        } else {
            all.add(UltraLogLog.wrap(before));
        }
        sketch = all.getState();
        estimate = Arrays.equals(sketch, before) ? estimate : UNKNOWN;
        other.first.stream().filter(text -> !first.contains(text)).forEach(first::add);
        keep();
    }

    private void keep() {
        first = new ArrayList<>(first.subList(0, Math.min(SHOWN, first.size())));
    }

    /** Whether a text is one of those that are kept as they are. */
    public boolean isAmongFirst(String text) {
        return first.contains(text);
    }

    /** Those that are kept as they are, in the order in which they came: all, or the first {@value #SHOWN} of an estimate. */
    public List<String> first() {
        return Collections.unmodifiableList(first);
    }

    /** What the count is estimated from; null as long as it is exact. Not to be changed. */
    public byte @Nullable [] sketch() {
        return sketch;
    }

    public long count() {
        if (sketch == null) {
            return first.size();
        }
        if (estimate == UNKNOWN) {
            estimate = Math.round(UltraLogLog.wrap(sketch).getDistinctCountEstimate());
        }
        return estimate;
    }

    /** Whether the count is so high; of one up to {@value #EXACT} it is told without an estimate. */
    public boolean isAtLeast(long number) {
        return (sketch != null && number <= EXACT) || count() >= number;
    }

    private void sketch(String text) {
        UltraLogLog known = sketch == null ? UltraLogLog.create(PRECISION) : UltraLogLog.wrap(sketch);
        known.add(hash(text), probability -> estimate = UNKNOWN);
        sketch = known.getState();
    }

    private static long hash(String text) {
        return Hashing.komihash5_0().hashCharsToLong(text);
    }
}
