package io.portolan.app.replay;

import io.portolan.flow.FlowParser;

/** When each record of a replay is due. A pace serves one replay and is asked for its records in their order. */
@FunctionalInterface
public interface Pace {
    /**
     * When a record is due; one that is due already is written at once.
     *
     * @param record as the log holds it
     * @param now nanoseconds since the replay began
     * @return nanoseconds since the replay began
     */
    long due(byte[] record, long now);

    /** Every record at once. */
    static Pace unhindered() {
        return (record, now) -> now;
    }

    /**
     * So many records a second.
     *
     * @param perSecond above 0
     */
    static Pace steady(double perSecond) {
        return new SteadyPace(perSecond);
    }

    /** Each flow as long after the first as it ended after it. */
    static Pace recorded(FlowParser parser) {
        return new RecordedPace(parser);
    }
}
