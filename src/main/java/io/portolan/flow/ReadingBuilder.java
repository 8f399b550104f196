package io.portolan.flow;

import java.util.ArrayList;
import java.util.List;

/** Gathers what the parts of one record, its lines or objects, were read as. One serves many records. */
public final class ReadingBuilder {
    /**
     * So many bad parts are told one by one, each as a dead letter with the whole record; a record with more is refused as
     * a whole, as it would grow to a thousand times its size and more.
     */
    static final int MOST_UNREADABLE = 1_000;

    private final List<Reading.Part> parts = new ArrayList<>();
    private int flows;
    private int unreadable;

    /** The next part, read. */
    public void add(Reading reading) {
        if (!(reading instanceof Reading.Part part)) {
            throw new IllegalArgumentException("a part of a record has no parts");
        }
        if (unreadable > MOST_UNREADABLE) {
            return;
        }
        parts.add(part);
        flows += part instanceof Flow ? 1 : 0;
    }

    /** The next part, which cannot be read. */
    public void add(UnreadableFlowException failure) {
        if (unreadable > MOST_UNREADABLE) {
            return;
        }
        parts.add(new Reading.Unreadable(parts.size(), failure.getMessage()));
        unreadable++;
    }

    /**
     * The record as a whole: a record of one part is that part. The builder is empty afterwards.
     *
     * @param record the record as a whole, not copied
     * @param nothing what a record without any part is called
     * @throws UnreadableFlowException if there is no flow in it and a part that could not be read, or if there are more
     *     such parts than can be told one by one
     */
    public Reading build(byte[] record, String nothing) throws UnreadableFlowException {
        try {
            if (unreadable > MOST_UNREADABLE) {
                throw new UnreadableFlowException(
                        "more than " + MOST_UNREADABLE + " parts cannot be read: " + firstCause());
            }
            if (flows > 0) {
                return parts.size() == 1 ? (Flow) parts.get(0) : new Reading.Flows(parts, record);
            }
            if (unreadable > 0) {
                throw new UnreadableFlowException(causeOfAll());
            }
            return parts.isEmpty() ? new Reading.NotAFlow(nothing) : (Reading.NotAFlow) parts.get(parts.size() - 1);
        } finally {
            parts.clear();
            flows = 0;
            unreadable = 0;
        }
    }

    /** The first cause, and among how many parts it stands. */
    private String causeOfAll() {
        return parts.size() == 1 ? firstCause() : "no flow in " + parts.size() + " parts: " + firstCause();
    }

    private String firstCause() {
        for (Reading.Part part : parts) {
            if (part instanceof Reading.Unreadable bad) {
                return bad.cause();
            }
        }
        throw new IllegalStateException("no part is unreadable");
    }
}
