package io.portolan.topology;

import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads what one stage of the job sent to the next; whatever else somebody wrote to the topic is a dead letter. */
final class RecordDeserializer<T> implements Deserializer<T> {
    private final Deserializer<Object> avro;
    private final Class<T> type;

    /**
     * @param avro reads specific records
     * @param type their class
     */
    RecordDeserializer(Deserializer<Object> avro, Class<T> type) {
        this.avro = avro;
        this.type = type;
    }

    @Override
    public T deserialize(String topic, byte @Nullable [] data) {
        Object value = data == null ? null : avro.deserialize(topic, data);
        if (!type.isInstance(value)) {
            throw new SerializationException("a record of topic " + topic + " has to be a "
                    + SpecificData.get().getSchema(type).getFullName() + "; only the job itself writes there");
        }
        return type.cast(value);
    }
}
