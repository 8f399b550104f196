package io.portolan.topology;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a job counts beside its output: records that gave no flow, and why. For all threads of one job. */
public final class JobCounters {
    private final AtomicLong deadLetters = new AtomicLong();
    private final AtomicLong registryEntriesUnreadable = new AtomicLong();
    private final Map<String, LongAdder> notFlows = new ConcurrentHashMap<>();

    /** Records, or flows of records, that went to the dead-letter topic. */
    public long deadLetters() {
        return deadLetters.get();
    }

    /** How often an entry of the registry could not be read. */
    public long registryEntriesUnreadable() {
        return registryEntriesUnreadable.get();
    }

    /** Records that are sound and report no flow, by what they are instead. */
    public Map<String, Long> notFlows() {
        Map<String, Long> counts = new TreeMap<>();
        notFlows.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    long deadLetter() {
        return deadLetters.incrementAndGet();
    }

    long registryEntryUnreadable() {
        return registryEntriesUnreadable.incrementAndGet();
    }

    void notFlow(String reason) {
        notFlows.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }
}
