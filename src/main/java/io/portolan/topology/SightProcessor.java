package io.portolan.topology;

import io.portolan.alert.story.Sighting;
import io.portolan.schema.PortSighting;
import io.portolan.schema.RecordPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends flows on watched ports to where those of one story meet: attempts to their scanner, everything else to the
 * watched endpoint. It is these few that are partitioned anew, not all flows. They go together when their task commits, for
 * one by one each would be a batch of the producer by itself (docs/adr/0033).
 */
final class SightProcessor implements Processor<byte[], Watched, String, PortSighting> {
    /** So many wait at most, so that they take little memory however large a share of the flows is watched. */
    private static final int MOST = 1_024;

    private final List<Sent> waiting = new ArrayList<>();
    private ProcessorContext<String, PortSighting> context;

    private record Sent(Record<String, PortSighting> record, String sink) {}

    @Override
    public void init(ProcessorContext<String, PortSighting> processorContext) {
        context = processorContext;
        // A task that failed begins again with the same processor, and reads again what was waiting.
        waiting.clear();
        BeforeCommit sightings = context.getStateStore(StoryTopology.SIGHTINGS);
        sightings.run(context, this::send);
    }

    @Override
    public void process(Record<byte[], Watched> record) {
        Watched watched = record.value();
        if (watched instanceof ClockMark mark) {
            Record<String, PortSighting> clock = new Record<>(null, Sightings.clock(mark.time()), record.timestamp());
            add(clock, StoryTopology.WRITE_PROBES);
            add(clock, StoryTopology.WRITE_SIGHTINGS);
        } else if (watched instanceof JudgedFlow judged) {
            ConsumerRecord<?, ?> at = judged.read().origin().record();
            RecordPosition origin = new RecordPosition(at.topic(), at.partition(), at.offset());
            Sighting.of(judged.read().labelled(), judged.judgement(), Optional.of(origin))
                    .ifPresent(sighting -> add(record, sighting));
        }
    }

    private void add(Record<byte[], Watched> record, Sighting sighting) {
        boolean attempt = sighting.isAttempt();
        String key = attempt ? sighting.scanKey() : sighting.serverKey();
        add(
                record.withKey(key).withValue(Sightings.flow(sighting)),
                attempt ? StoryTopology.WRITE_PROBES : StoryTopology.WRITE_SIGHTINGS);
    }

    private void add(Record<String, PortSighting> record, String sink) {
        waiting.add(new Sent(record, sink));
        if (waiting.size() >= MOST) {
            send();
        }
    }

    private void send() {
        waiting.forEach(sent -> context.forward(sent.record(), sent.sink()));
        waiting.clear();
    }
}
