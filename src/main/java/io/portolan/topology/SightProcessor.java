package io.portolan.topology;

import io.portolan.alert.story.Sighting;
import io.portolan.schema.PortSighting;
import io.portolan.schema.RecordPosition;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends flows on watched ports to where those of one story meet: attempts to their scanner, everything else to the
 * watched endpoint. It is these few that are partitioned anew, not all flows.
 */
final class SightProcessor implements Processor<byte[], Watched, String, PortSighting> {
    private ProcessorContext<String, PortSighting> context;

    @Override
    public void init(ProcessorContext<String, PortSighting> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], Watched> record) {
        Watched watched = record.value();
        if (watched instanceof ClockMark mark) {
            Record<String, PortSighting> clock = new Record<>(null, Sightings.clock(mark.time()), record.timestamp());
            context.forward(clock, StoryTopology.WRITE_PROBES);
            context.forward(clock, StoryTopology.WRITE_SIGHTINGS);
        } else if (watched instanceof JudgedFlow judged) {
            ConsumerRecord<?, ?> at = judged.read().origin().record();
            RecordPosition origin = new RecordPosition(at.topic(), at.partition(), at.offset());
            Sighting.of(judged.read().labelled(), judged.judgement(), Optional.of(origin))
                    .ifPresent(sighting -> send(record, sighting));
        }
    }

    private void send(Record<byte[], Watched> record, Sighting sighting) {
        boolean attempt = sighting.isAttempt();
        String key = attempt ? sighting.scanKey() : sighting.serverKey();
        context.forward(
                record.withKey(key).withValue(Sightings.flow(sighting)),
                attempt ? StoryTopology.WRITE_PROBES : StoryTopology.WRITE_SIGHTINGS);
    }
}
