package io.portolan.summary;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Distinct texts: the first ones themselves, and beyond these a count that is an estimate in a kilobyte, whatever comes
 * (UltraLogLog of 2<sup>10</sup> registers: a standard error of 2.4 %). A state that is kept: its fields are what is
 * written.
 */
public final class Distinct {
    /** So many are counted exactly and kept as they are. */
    public static final int EXACT = 64;

    /** Of more, so many are kept, to be shown: the others would be written again with every change. */
    public static final int SHOWN = 10;

    private static final int PRECISION = 10;

    private List<String> first = new ArrayList<>();
    private byte @Nullable [] sketch;

    /** What was kept of others: the first ones, and the sketch if there were more. */
    public static Distinct of(List<String> first, byte @Nullable [] sketch) {
        Distinct distinct = new Distinct();
        distinct.first.addAll(first);
        distinct.sketch = sketch == null ? null : sketch.clone();
        return distinct;
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
        UltraLogLog all = UltraLogLog.create(PRECISION).add(UltraLogLog.wrap(other.sketch));
        if (sketch == null) {
            first.forEach(text -> all.add(hash(text)));
        } else {
            all.add(UltraLogLog.wrap(sketch));
        }
        sketch = all.getState();
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
        return sketch == null
                ? first.size()
                : Math.round(UltraLogLog.wrap(sketch).getDistinctCountEstimate());
    }

    private void sketch(String text) {
        UltraLogLog known = sketch == null ? UltraLogLog.create(PRECISION) : UltraLogLog.wrap(sketch);
        known.add(hash(text));
        sketch = known.getState();
    }

    private static long hash(String text) {
        return Hashing.komihash5_0().hashCharsToLong(text);
    }
}
