package io.portolan.topology;

import io.portolan.alert.story.Sighting;
import io.portolan.flow.Flow;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.schema.PortSighting;
import io.portolan.schema.RecordPosition;
import io.portolan.schema.SightingKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;

/** The records of the topics between the judge and the stories. */
final class Sightings {
    private static final int NOWHERE = -1;

    private Sightings() {}

    static PortSighting flow(Sighting sighting) {
        Flow flow = sighting.labelled().flow();
        byte[] bytes = new byte[flow.length()];
        flow.copyTo(bytes, 0);
        Optional<RecordPosition> origin = sighting.origin();
        return new PortSighting(
                SightingKind.FLOW,
                Instant.ofEpochMilli(flow.endTime()),
                ByteBuffer.wrap(bytes),
                origin.map(RecordPosition::getTopic).orElse(null),
                origin.map(RecordPosition::getPartition).orElse(NOWHERE),
                origin.map(RecordPosition::getOffset).orElse((long) NOWHERE),
                null,
                null);
    }

    static PortSighting folded(String scan, String scanner, long time) {
        return new PortSighting(
                SightingKind.FOLDED, Instant.ofEpochMilli(time), null, null, NOWHERE, (long) NOWHERE, scan, scanner);
    }

    static PortSighting clock(long time) {
        return new PortSighting(
                SightingKind.CLOCK, Instant.ofEpochMilli(time), null, null, NOWHERE, (long) NOWHERE, null, null);
    }

    /** The flow of a record of the kind FLOW. */
    static Flow flow(PortSighting record) {
        ByteBuffer bytes = record.getFlow();
        if (bytes == null) {
            throw new SerializationException("a sighting of the kind FLOW holds no flow");
        }
        try {
            return Flow.of(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        } catch (UnreadableFlowException e) {
            throw new SerializationException("the flow of a sighting cannot be read: " + e.getMessage(), e);
        }
    }

    static Optional<RecordPosition> origin(PortSighting record) {
        return Optional.ofNullable(record.getOriginTopic())
                .map(topic -> new RecordPosition(topic, record.getOriginPartition(), record.getOriginOffset()));
    }
}
