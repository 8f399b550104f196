package io.portolan.topology;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job counts beside its output: records that gave no flow, and why. For all threads of one job. */
public final class JobCounters {
    private static final Logger LOG = LoggerFactory.getLogger(JobCounters.class);
    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;
    private static final FaultLog.Words UNREADABLE = new FaultLog.Words(
            "record could not be read",
            "records could not be read",
            "kept as dead letters, see: portolan dead-letters");
    private static final FaultLog.Words NO_ENTRY = new FaultLog.Words(
            "entry of the port registry could not be read",
            "entries of the port registry could not be read",
            "their ports count as not listed until the registry is loaded again");

    private final AtomicLong deadLetters = new AtomicLong();
    private final AtomicLong registryEntriesUnreadable = new AtomicLong();
    private final Map<String, LongAdder> notFlows = new ConcurrentHashMap<>();
    private final FaultLog unreadable;
    private final FaultLog noEntry;

    public JobCounters() {
        this(() -> System.nanoTime() / NANOS_OF_A_MILLISECOND, line -> LOG.warn("{}", line));
    }

    /**
     * Counters that tell of faults elsewhere than in the log.
     *
     * @param now milliseconds of a clock that never goes back
     * @param log takes a line for each cause and minute
     */
    public JobCounters(LongSupplier now, Consumer<String> log) {
        this.unreadable = new FaultLog(now, log, UNREADABLE);
        this.noEntry = new FaultLog(now, log, NO_ENTRY);
    }

    /** What tells of faults, for somebody with a clock to ask now and then. */
    public List<FaultLog> faultLogs() {
        return List.of(unreadable, noEntry);
    }

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

    void deadLetter(String cause, String place) {
        deadLetters.incrementAndGet();
        unreadable.add(cause, place);
    }

    void registryEntryUnreadable(String cause, String place) {
        registryEntriesUnreadable.incrementAndGet();
        noEntry.add(cause, place);
    }

    void notFlow(String reason) {
        notFlows.computeIfAbsent(reason, r -> new LongAdder()).increment();
    }
}
