package io.portolan.topology;

import io.portolan.alert.Alerts;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RecordPosition;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Writes the alerts of flows on a watched port; coincidences raise none. */
final class AlertProcessor implements Processor<byte[], JudgedFlow, String, PortAlert> {
    private final Alerts alerts;
    private ProcessorContext<String, PortAlert> context;

    AlertProcessor(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public void init(ProcessorContext<String, PortAlert> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], JudgedFlow> record) {
        Optional<RecordPosition> origin =
                context.recordMetadata().map(at -> new RecordPosition(at.topic(), at.partition(), at.offset()));
        JudgedFlow judged = record.value();
        alerts.of(judged.labelled(), judged.judgement(), origin)
                .forEach(alert ->
                        context.forward(record.withKey(Alerts.key(alert)).withValue(alert)));
    }
}
