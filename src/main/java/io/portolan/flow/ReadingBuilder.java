package io.portolan.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what the parts of one record, its lines or objects, were read as. One serves many records. */
public final class ReadingBuilder {
    private final List<Flow> flows = new ArrayList<>();
    private final List<Reading.Unreadable> unreadable = new ArrayList<>();
    private Reading.@Nullable NotAFlow notAFlow;
    private int parts;

    /** The next part, read. */
    public void add(Reading reading) {
        if (reading instanceof Flow flow) {
            flows.add(flow);
        } else if (reading instanceof Reading.NotAFlow none) {
            notAFlow = none;
        } else {
            throw new IllegalArgumentException("a part of a record has no parts");
        }
        parts++;
    }

    /** The next part, which cannot be read. */
    public void add(UnreadableFlowException failure) {
        unreadable.add(new Reading.Unreadable(parts, failure.getMessage()));
        parts++;
    }

    /**
     * The record as a whole: a record of one part is that part. The builder is empty afterwards.
     *
     * @param record the record as a whole, not copied
     * @param nothing what a record without any part is called
     * @throws UnreadableFlowException if there is no flow in it, and a part that could not be read
     */
    public Reading build(byte[] record, String nothing) throws UnreadableFlowException {
        try {
            if (flows.isEmpty() && !unreadable.isEmpty()) {
                String cause = unreadable.get(0).cause();
                throw new UnreadableFlowException(parts == 1 ? cause : "no flow in " + parts + " parts: " + cause);
            }
            if (flows.isEmpty()) {
                return notAFlow == null ? new Reading.NotAFlow(nothing) : notAFlow;
            }
            return parts == 1 ? flows.get(0) : new Reading.Flows(flows, unreadable, record);
        } finally {
            flows.clear();
            unreadable.clear();
            notAFlow = null;
            parts = 0;
        }
    }
}
