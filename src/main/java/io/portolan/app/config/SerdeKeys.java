package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.CLASS;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import org.apache.kafka.common.config.ConfigDef;

/** How Avro is read and written. */
final class SerdeKeys {
    static final String SCHEMA_REGISTRY_URL = ConfigKeys.SCHEMA_REGISTRY + "url";
    static final String AVRO_SERIALIZER = "avro.serializer";
    static final String AVRO_DESERIALIZER = "avro.deserializer";

    private SerdeKeys() {}

    static void define(ConfigDef keys) {
        keys.define(
                SCHEMA_REGISTRY_URL,
                STRING,
                "http://localhost:8081",
                HIGH,
                "Addresses of the schema registry, separated by commas. Any other key below `schema.registry.` is handed"
                        + " to the Avro serializers without that prefix, for example"
                        + " `schema.registry.basic.auth.user.info`.");
        keys.define(
                ConfigKeys.SCHEMA_REGISTRY + "avro.remove.java.properties",
                BOOLEAN,
                true,
                LOW,
                "Registers the schemas as they stand in schemas/, without what Java's code generator adds to them, so"
                        + " that every writer has the same ids.");
        keys.define(
                AVRO_SERIALIZER,
                CLASS,
                AvroSerializer.class,
                LOW,
                "Class of the Avro serializer; Confluent's KafkaAvroSerializer does as well.");
        keys.define(
                AVRO_DESERIALIZER,
                CLASS,
                AvroDeserializer.class,
                LOW,
                "Class of the Avro deserializer; Confluent's KafkaAvroDeserializer does as well.");
    }
}
