package io.portolan.app.replay;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The log's own pace, by the ends of its flows, because a sensor reports a flow when it has ended. A record of several
 * flows goes by the last of them. What is no flow, cannot be read or is out of order is due at once.
 */
final class RecordedPace implements Pace {
    private final FlowParser parser;
    private OptionalLong first = OptionalLong.empty();

    RecordedPace(FlowParser parser) {
        this.parser = parser;
    }

    @Override
    public long due(byte[] record, long now) {
        OptionalLong end = end(record);
        if (end.isEmpty()) {
            return now;
        }
        if (first.isEmpty()) {
            first = OptionalLong.of(end.getAsLong() - TimeUnit.NANOSECONDS.toMillis(now));
        }
        return TimeUnit.MILLISECONDS.toNanos(end.getAsLong() - first.getAsLong());
    }

    private OptionalLong end(byte[] record) {
        try {
            Reading reading = parser.read(record);
            if (reading instanceof Flow flow) {
                return OptionalLong.of(flow.endTime());
            }
            return reading instanceof Reading.Flows several
                    ? several.flows().stream().mapToLong(Flow::endTime).max()
                    : OptionalLong.empty();
        } catch (UnreadableFlowException e) {
            return OptionalLong.empty();
        }
    }
}
