package io.portolan.topology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a job counts beside its output, for all threads of one job. What a fault makes the job do again, it counts again.
 */
public final class JobCounters {
    /** What further reasons are counted under: some formats name in a reason what a record says, which is anything. */
    public static final String OTHER_REASON = "other";

    private static final int MOST_REASONS = 64;
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

    /**
     * Dead letters of one sort.
     *
     * @param topic that their records were read from
     */
    public record Letters(String topic, LetterCause cause) {}

    private final ConcurrentMap<String, InputCounters> inputs = new ConcurrentSkipListMap<>();
    private final AlertCounters alerts = new AlertCounters();
    private final OpenStories stories = new OpenStories();
    private final AtomicLong deadLetters = new AtomicLong();
    private final Map<Letters, LongAdder> deadLettersBySort = new ConcurrentHashMap<>();
    private final AtomicLong registryEntriesUnreadable = new AtomicLong();
    private final LongAdder labelTables = new LongAdder();
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

    /** What is counted of each input, in the order of their topics. */
    public Collection<InputCounters> inputs() {
        return inputs.values();
    }

    /** The alerts that were written. */
    public AlertCounters alerts() {
        return alerts;
    }

    /** The stories that are open. */
    public OpenStories stories() {
        return stories;
    }

    /** Records, or flows of records, that went to the dead-letter topic. */
    public long deadLetters() {
        return deadLetters.get();
    }

    /** The same by sort, of the sorts that there were. */
    public Map<Letters, Long> deadLettersBySort() {
        Map<Letters, Long> counts = new ConcurrentHashMap<>();
        deadLettersBySort.forEach((letters, count) -> counts.put(letters, count.sum()));
        return counts;
    }

    /** How often an entry of the registry could not be read. */
    public long registryEntriesUnreadable() {
        return registryEntriesUnreadable.get();
    }

    /** How often all labels were forgotten because the registry had changed. */
    public long labelTables() {
        return labelTables.sum();
    }

    /** Records that are sound and report no flow, by what they are instead: one of a bounded number of reasons. */
    public Map<String, Long> notFlows() {
        Map<String, Long> counts = new TreeMap<>();
        notFlows.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    InputCounters input(String topic) {
        return inputs.computeIfAbsent(topic, InputCounters::new);
    }

    void deadLetter(Letters sort, String cause, String place) {
        deadLettersBySort.computeIfAbsent(sort, s -> new LongAdder()).increment();
        deadLetters.incrementAndGet();
        unreadable.add(cause, place);
    }

    void registryEntryUnreadable(String cause, String place) {
        registryEntriesUnreadable.incrementAndGet();
        noEntry.add(cause, place);
    }

    void labelTable() {
        labelTables.increment();
    }

    void notFlow(String reason) {
        LongAdder known = notFlows.get(reason);
        if (known == null) {
            String kept = notFlows.size() < MOST_REASONS ? reason : OTHER_REASON;
            known = notFlows.computeIfAbsent(kept, r -> new LongAdder());
        }
        known.increment();
    }
}
