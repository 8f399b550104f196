package io.portolan.chaos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was written to the inputs, record by record, and what came of it. A record's number, as decimal digits, is its key, and the job
 * hands keys on.
 */
final class Ledger {
    /** Flows, and letters too, that are due of a record that has to end as the one or the other. */
    static final int EITHER = -1;

    private static final int FIRST = 1024;

    // Short, since a soak of an hour has a hundred million records.
    private short[] flowsDue = new short[FIRST];
    private short[] lettersDue = new short[FIRST];
    private short[] flows = new short[FIRST];
    private short[] letters = new short[FIRST];
    private int records;
    private long foreign;

    /** Enters a record that has to end as so many flows and dead letters; returns its number. */
    synchronized int enter(int flowsOfIt, int lettersOfIt) {
        if (records == flowsDue.length) {
            grow();
        }
        flowsDue[records] = narrow(flowsOfIt);
        lettersDue[records] = narrow(lettersOfIt);
        return records++;
    }

    /** How many were entered. */
    synchronized int records() {
        return records;
    }

    /** Takes note of an enriched flow with this key. */
    synchronized void flow(byte @Nullable [] key) {
        count(flows, key);
    }

    /** Takes note of a dead letter with this key. */
    synchronized void letter(byte @Nullable [] key) {
        count(letters, key);
    }

    /** The same records, of which nothing was seen yet. */
    synchronized Ledger unread() {
        Ledger copy = new Ledger();
        for (int i = 0; i < records; i++) {
            copy.enter(flowsDue[i], lettersDue[i]);
        }
        return copy;
    }

    /** What is owed still, and what is there too often. */
    synchronized Balance balance() {
        long flowsSeen = 0;
        long lettersSeen = 0;
        long lost = 0;
        long doubled = 0;
        for (int i = 0; i < records; i++) {
            flowsSeen += flows[i];
            lettersSeen += letters[i];
            lost += missing(i);
            doubled += tooMany(i);
        }
        return new Balance(records, flowsSeen, lettersSeen, lost, doubled, foreign);
    }

    /** The numbers of the first records of which something is missing or doubled, for a message. */
    synchronized String firstUneven() {
        StringBuilder text = new StringBuilder();
        int named = 0;
        for (int i = 0; i < records && named < 10; i++) {
            if (missing(i) > 0 || tooMany(i) > 0) {
                text.append("record %d: %d of %d flows, %d of %d letters; "
                        .formatted(i, flows[i], flowsDue[i], letters[i], lettersDue[i]));
                named++;
            }
        }
        return text.toString();
    }

    /** Whether something of the record with this key is missing or too much. */
    synchronized boolean isUneven(byte @Nullable [] key) {
        int number = number(key);
        return number >= 0 && number < records && missing(number) + tooMany(number) > 0;
    }

    private int missing(int i) {
        return flowsDue[i] == EITHER
                ? Math.max(1 - flows[i] - letters[i], 0)
                : Math.max(flowsDue[i] - flows[i], 0) + Math.max(lettersDue[i] - letters[i], 0);
    }

    private int tooMany(int i) {
        return flowsDue[i] == EITHER
                ? Math.max(flows[i] + letters[i] - 1, 0)
                : Math.max(flows[i] - flowsDue[i], 0) + Math.max(letters[i] - lettersDue[i], 0);
    }

    private void count(short[] seen, byte @Nullable [] key) {
        int number = number(key);
        if (number < 0 || number >= records) {
            foreign++;
        } else {
            seen[number]++;
        }
    }

    private static int number(byte @Nullable [] key) {
        try {
            return key == null ? -1 : Integer.parseInt(new String(key, StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static short narrow(int due) {
        if (due > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a record of %d flows or letters is more than is counted".formatted(due));
        }
        return (short) due;
    }

    private void grow() {
        int length = records + records / 2;
        flowsDue = Arrays.copyOf(flowsDue, length);
        lettersDue = Arrays.copyOf(lettersDue, length);
        flows = Arrays.copyOf(flows, length);
        letters = Arrays.copyOf(letters, length);
    }
}
