package io.portolan.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells faults that may come in floods: the first of a cause at once, and those that follow in one counted line a minute,
 * so that every fault is in the count of a line. Neither the lines of a minute nor the memory grow with the number of
 * causes. For all threads.
 */
public final class FaultLog {
    /** Milliseconds between two lines of one cause. */
    static final long MINUTE = 60_000;

    /** Causes that are told apart; all others share one line. */
    static final int CAUSES = 20;

    private static final String OTHERS = "";

    private final LongSupplier now;
    private final Consumer<String> log;
    private final Words words;
    private final Map<String, Group> groups = new HashMap<>();

    /**
     * How a line reads.
     *
     * @param one for example {@code record cannot be read}
     * @param several the same of more than one
     * @param remedy what becomes of them; ends the line
     */
    public record Words(String one, String several, String remedy) {}

    /**
     * @param now milliseconds of a clock that never goes back
     * @param log takes the lines
     * @param words how they read
     */
    public FaultLog(LongSupplier now, Consumer<String> log, Words words) {
        this.now = now;
        this.log = log;
        this.words = words;
    }

    /**
     * Counts a fault, and tells it unless one of its kind was told within the last minute.
     *
     * @param cause what is wrong; may hold any characters
     * @param place where, for example {@code at offset 5 of flows-0}
     */
    public void add(String cause, String place) {
        String line = count(FaultCause.kind(cause), cause, place, now.getAsLong());
        if (line != null) {
            log.accept(line);
        }
    }

    /** Tells what was counted more than a minute ago. To be called every few seconds. */
    public void tell() {
        tell(MINUTE);
    }

    /** Tells all that was counted and not yet told. */
    public void tellAll() {
        tell(Long.MIN_VALUE);
    }

    private synchronized @Nullable String count(String kind, String cause, String place, long time) {
        Group group = groups.get(kind);
        if (group == null) {
            String key = groups.size() < CAUSES ? kind : OTHERS;
            group = groups.computeIfAbsent(key, k -> new Group(k.equals(OTHERS), time - MINUTE));
        }
        group.add(cause, place);
        return time - group.told < MINUTE ? null : group.line(time);
    }

    private void tell(long age) {
        lines(age).forEach(log);
    }

    /** A group of which nothing came for a minute makes room for another. */
    private synchronized List<String> lines(long age) {
        long time = now.getAsLong();
        List<String> lines = new ArrayList<>();
        for (Iterator<Group> each = groups.values().iterator(); each.hasNext(); ) {
            Group group = each.next();
            if (time - group.told >= age) {
                if (group.count == 0) {
                    each.remove();
                } else {
                    lines.add(group.line(time));
                }
            }
        }
        return lines;
    }

    /** Faults of one kind since the last line. */
    private final class Group {
        private final boolean others;
        private long told;
        private long count;
        private boolean before;
        private String cause = "";
        private String place = "";

        Group(boolean others, long told) {
            this.others = others;
            this.told = told;
        }

        void add(String newCause, String newPlace) {
            if (count == 0) {
                cause = newCause;
                place = newPlace;
            }
            count++;
        }

        String line(long time) {
            String line = "%,d %s%s%s: %s; %s%s; %s"
                    .formatted(
                            count,
                            count == 1 ? words.one() : words.several(),
                            before ? " in the last %d s".formatted(Math.max(1, (time - told) / 1000)) : "",
                            others ? ", of causes beyond the " + CAUSES + " that are told apart, such as" : "",
                            FaultCause.text(cause),
                            count == 1 ? "" : "the first ",
                            FaultCause.text(place),
                            words.remedy());
            told = time;
            count = 0;
            before = true;
            return line;
        }
    }
}
