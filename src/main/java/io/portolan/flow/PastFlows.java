package io.portolan.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Refuses flows from the future, which a mistaken unit or a wrong clock makes: they would carry event time away from all
 * other flows.
 */
public final class PastFlows implements FlowParser {
    /** A day, in milliseconds: clocks differ, and some sources write local times as if they were UTC. */
    static final long TOLERANCE = 86_400_000;

    private final FlowParser parser;
    private final LongSupplier now;

    /**
     * @param parser reads the records
     * @param now the time of day, milliseconds since the epoch
     */
    public PastFlows(FlowParser parser, LongSupplier now) {
        this.parser = parser;
        this.now = now;
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        Reading reading = parser.read(record);
        long latest = now.getAsLong() + TOLERANCE;
        if (reading instanceof Flow flow) {
            if (isLater(flow, latest)) {
                throw fromTheFuture(flow, latest);
            }
        } else if (reading instanceof Reading.Flows several) {
            return several.flows().stream().anyMatch(flow -> isLater(flow, latest)) ? past(several, latest) : several;
        }
        return reading;
    }

    private static Reading past(Reading.Flows several, long latest) throws UnreadableFlowException {
        List<Reading.Part> parts = new ArrayList<>();
        UnreadableFlowException first = null;
        int flows = 0;
        for (Reading.Part part : several.parts()) {
            if (part instanceof Flow flow && isLater(flow, latest)) {
                UnreadableFlowException refusal = fromTheFuture(flow, latest);
                first = first == null ? refusal : first;
                parts.add(new Reading.Unreadable(parts.size(), refusal.getMessage()));
            } else {
                flows += part instanceof Flow ? 1 : 0;
                parts.add(part);
            }
        }
        if (flows == 0 && first != null) {
            throw first;
        }
        return new Reading.Flows(parts, several.record());
    }

    private static boolean isLater(Flow flow, long latest) {
        return flow.endTime() > latest || flow.startTime() > latest;
    }

    private static UnreadableFlowException fromTheFuture(Flow flow, long latest) {
        boolean end = flow.endTime() > latest;
        return UnreadableFlowException.field(
                end ? "end_time" : "start_time",
                Instant.ofEpochMilli(end ? flow.endTime() : flow.startTime()),
                "more than a day in the future");
    }
}
