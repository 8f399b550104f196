package io.portolan.wire;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The schema that a value was written with, from what a deserializer made of the value. */
final class WriterSchema {
    private WriterSchema() {}

    static Schema of(String topic, int id, @Nullable Object read) {
        if (read instanceof SpecificRecord) {
            throw new InvalidConfigurationException("Values of topic " + topic
                    + " are read into generated classes, which hides the writer's schema; set "
                    + SerdeConfiguration.SPECIFIC_READER + "=false for this deserializer");
        }
        if (read instanceof GenericContainer container && container.getSchema().getType() == Schema.Type.RECORD) {
            return container.getSchema();
        }
        throw new SerializationException(
                "Value of topic " + topic + " has schema id " + id + ", which is not the schema of a record");
    }
}
