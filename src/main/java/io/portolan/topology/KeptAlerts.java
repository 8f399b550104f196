package io.portolan.topology;

import io.portolan.schema.PortAlert;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Keeps the last alert of each story under its dedup key, to be asked for. */
final class KeptAlerts {
    private final ProcessorContext<?, ?> context;
    private final Form form;
    private final AgedStore alerts;

    /**
     * @param topic that the alerts are written to; they are kept as they are written
     * @param memory how long an alert is kept, by the time of day
     */
    record Form(String topic, Serializer<Object> serializer, Duration memory) {}

    KeptAlerts(ProcessorContext<?, ?> context, Form form, String store) {
        this.context = context;
        this.form = form;
        this.alerts = new AgedStore(context.getStateStore(store));
        context.schedule(
                AgedStore.LOOK,
                PunctuationType.WALL_CLOCK_TIME,
                now -> alerts.expire(now - form.memory().toMillis()));
    }

    void keep(PortAlert alert) {
        byte[] value = form.serializer().serialize(form.topic(), alert);
        alerts.put(alert.getDedupKey(), value, context.currentSystemTimeMs());
    }
}
