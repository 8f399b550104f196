package io.portolan.app.label;

import io.portolan.schema.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a run has seen so far. */
public final class Tally {
    private final Map<String, Long> notFlows = new TreeMap<>();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long records;
    private long flows;
    private long unreadable;
    private long unreadableFiles;

    void countRecord() {
        records++;
    }

    void countFlow(Verdict verdict) {
        flows++;
        verdicts.merge(verdict, 1L, Long::sum);
    }

    void countNotAFlow(String reason) {
        notFlows.merge(reason, 1L, Long::sum);
    }

    void countUnreadable() {
        unreadable++;
    }

    void countUnreadableFile() {
        unreadableFiles++;
    }

    /** Records read; a record may hold several flows. */
    public long records() {
        return records;
    }

    public long flows() {
        return flows;
    }

    /** Sound records that are no flow, by what they are instead. */
    public Map<String, Long> notFlows() {
        return Collections.unmodifiableMap(notFlows);
    }

    /** Records, or flows within one, that could not be read. */
    public long unreadable() {
        return unreadable;
    }

    /** Files that could not be read, or not to their end. */
    public long unreadableFiles() {
        return unreadableFiles;
    }

    /** Flows by verdict; a verdict without flows is missing. */
    public Map<Verdict, Long> verdicts() {
        return Collections.unmodifiableMap(verdicts);
    }
}
