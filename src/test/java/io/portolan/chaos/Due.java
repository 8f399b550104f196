package io.portolan.chaos;

import io.portolan.flow.AvroFlowParser;
import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.PastFlows;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;

/** Tells what has to come of a record: by the parser of its format and the check of its times, which other tests hold. */
final class Due {
    private final FlowParser parser;
    /** Whether the job reads the wire format of a schema registry in an input of this format. */
    private final boolean framed;

    Due(FlowParser parser) {
        this.parser = new PastFlows(parser, System::currentTimeMillis);
        this.framed = parser instanceof AvroFlowParser;
    }

    /** The line of a record. One that may be framed by a schema registry is a flow or a dead letter, whichever it be. */
    Line line(int partition, byte[] record) {
        if (framed && record.length > 0 && record[0] == 0) {
            return Line.either(partition, record);
        }
        try {
            return line(partition, record, parser.read(record));
        } catch (UnreadableFlowException e) {
            return new Line(partition, record, 0, 1);
        }
    }

    private static Line line(int partition, byte[] record, Reading reading) {
        if (reading instanceof Reading.Flows several) {
            return new Line(
                    partition,
                    record,
                    several.flows().size(),
                    several.unreadable().size());
        }
        return new Line(partition, record, reading instanceof Flow ? 1 : 0, 0);
    }
}
