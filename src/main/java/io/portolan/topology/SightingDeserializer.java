package io.portolan.topology;

import io.portolan.schema.PortSighting;
import io.portolan.schema.SightingKind;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads what one stage of the job sent to the next; whatever else somebody wrote to the topic is a dead letter. */
final class SightingDeserializer implements Deserializer<PortSighting> {
    private final Deserializer<Object> avro;

    SightingDeserializer(Deserializer<Object> avro) {
        this.avro = avro;
    }

    @Override
    public PortSighting deserialize(String topic, byte @Nullable [] data) {
        Object value = data == null ? null : avro.deserialize(topic, data);
        if (!(value instanceof PortSighting sighting)) {
            throw new SerializationException("a record of topic " + topic + " has to be a "
                    + PortSighting.getClassSchema().getFullName() + "; only the job itself writes there");
        }
        if (sighting.getKind() == SightingKind.FLOW) {
            Sightings.flow(sighting);
        }
        return sighting;
    }
}
