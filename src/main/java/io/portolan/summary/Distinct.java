package io.portolan.summary;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
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
    private static final long[] NONE = {};
    private static final int SMALLEST = 8;

    private List<String> first = new ArrayList<>();
    /**
     * Hashes of the first so many of those. By them nearly all that is new is told from what is known without a look at the texts, which
     * lie elsewhere.
     */
    @JsonIgnore
    private long[] hashes = NONE;

    @JsonIgnore
    private int hashed;

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
        Distinct copy = of(first, sketch == null ? null : sketch.clone(), estimate);
        copy.hashes = hashes.clone();
        copy.hashed = hashed;
        return copy;
    }

    public void add(String text) {
        add(text, hash(text));
    }

    private void add(String text, long hash) {
        if (sketch != null) {
            sketch(hash);
        } else if (!isKnown(text, hash)) {
            first.add(text);
            if (first.size() > EXACT) {
                hashFirst();
                LongStream.of(hashes).limit(hashed).forEach(this::sketch);
                keep();
            }
        }
    }

    private boolean isKnown(String text, long hash) {
        hashFirst();
        for (int i = 0; i < hashed; i++) {
            if (hashes[i] == hash && first.get(i).equals(text)) {
                return true;
            }
        }
        return false;
    }

    private void hashFirst() {
        if (hashes.length < first.size()) {
            hashes = Arrays.copyOf(hashes, Math.max(SMALLEST, 2 * first.size()));
        }
        for (; hashed < first.size(); hashed++) {
            hashes[hashed] = hash(first.get(hashed));
        }
    }

    /** Adds all that the other counts. */
    public void addAll(Distinct other) {
        if (other.sketch == null) {
            other.hashFirst();
            for (int i = 0; i < other.hashed; i++) {
                add(other.first.get(i), other.hashes[i]);
            }
            return;
        }
        byte[] before = sketch;
        UltraLogLog all = UltraLogLog.create(PRECISION).add(UltraLogLog.wrap(other.sketch));
        if (before == null) {
            hashFirst();
            LongStream.of(hashes).limit(hashed).forEach(all::add);
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
        hashes = NONE;
        hashed = 0;
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

    private void sketch(long hash) {
        UltraLogLog known = sketch == null ? UltraLogLog.create(PRECISION) : UltraLogLog.wrap(sketch);
        known.add(hash, probability -> estimate = UNKNOWN);
        sketch = known.getState();
    }

    private static long hash(String text) {
        return Hashing.komihash5_0().hashCharsToLong(text);
    }
}
