package io.portolan.app.config;

import io.portolan.topology.AvroSerdes;
import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import io.portolan.wire.GeneratedTrust;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The keys of the Avro serializers and of the schema registry. */
final class SerdeSettings {
    private static final String SPECIFIC_READER = "specific.avro.reader";

    private SerdeSettings() {}

    /** New serdes, configured. */
    static AvroSerdes of(PortolanConfig config) {
        if (!config.getClass(SerdeKeys.AVRO_SERIALIZER).equals(AvroSerializer.class)
                || !config.getClass(SerdeKeys.AVRO_DESERIALIZER).equals(AvroDeserializer.class)) {
            GeneratedTrust.allow();
        }
        return new AvroSerdes(serializer(config), deserializer(config, true), deserializer(config, false));
    }

    /** What they are given, of the keys below {@code schema.registry.} without that prefix. */
    static Map<String, Object> schemaRegistry(Map<String, Object> below) {
        Map<String, Object> registry = new HashMap<>();
        below.forEach((key, value) -> registry.put(keepsPrefix(key) ? ConfigKeys.SCHEMA_REGISTRY + key : key, value));
        return registry;
    }

    /** Without the prefix, TLS would be that of the brokers. */
    private static boolean keepsPrefix(String key) {
        return key.equals("url") || key.startsWith("ssl.");
    }

    @SuppressWarnings("unchecked") // which class it is, is for whoever configures it to know
    private static Serializer<Object> serializer(PortolanConfig config) {
        Serializer<Object> serializer = config.getConfiguredInstance(SerdeKeys.AVRO_SERIALIZER, Serializer.class);
        serializer.configure(config.schemaRegistry(), false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // as above
    private static Deserializer<Object> deserializer(PortolanConfig config, boolean specific) {
        Map<String, Object> settings = config.schemaRegistry();
        settings.put(SPECIFIC_READER, specific);
        Deserializer<Object> deserializer =
                config.getConfiguredInstance(SerdeKeys.AVRO_DESERIALIZER, Deserializer.class);
        deserializer.configure(settings, false);
        return deserializer;
    }
}
