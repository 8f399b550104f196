package io.portolan.app.command;

import io.portolan.schema.PortAssignment;
import io.portolan.wire.AvroSerializer;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes everything but entries named {@code www}. */
public final class BrokenSerializer implements Serializer<Object> {
    private final AvroSerializer avro = new AvroSerializer();

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        avro.configure(settings, isKey);
    }

    @Override
    public byte[] serialize(String topic, Object entry) {
        if (entry instanceof PortAssignment port && port.getNames().contains("www")) {
            throw new SerializationException("no www today");
        }
        return avro.serialize(topic, entry);
    }
}
