package io.portolan.topology;

import io.portolan.schema.PortSighting;
import io.portolan.schema.SightingKind;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads sightings, and sees to it that the flow of one can be read. */
final class SightingDeserializer implements Deserializer<PortSighting> {
    private final RecordDeserializer<PortSighting> records;

    SightingDeserializer(Deserializer<Object> avro) {
        this.records = new RecordDeserializer<>(avro, PortSighting.class);
    }

    @Override
    public PortSighting deserialize(String topic, byte @Nullable [] data) {
        PortSighting sighting = records.deserialize(topic, data);
        if (sighting.getKind() == SightingKind.FLOW) {
            Sightings.flow(sighting);
        }
        return sighting;
    }
}
