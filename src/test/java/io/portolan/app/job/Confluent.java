package io.portolan.app.job;

import io.portolan.wire.GeneratedTrust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Confluent's own serializers, which {@code -Dinterop} puts on the class path, and other registries than ours. */
final class Confluent {
    static final String SERIALIZER = "io.confluent.kafka.serializers.KafkaAvroSerializer";
    static final String DESERIALIZER = "io.confluent.kafka.serializers.KafkaAvroDeserializer";
    static final String STRATEGIES = "io.confluent.kafka.serializers.subject.";
    /** Of a test that needs them. */
    static final String ABSENT = "Confluent's classes are there with -Dinterop alone";

    private Confluent() {}

    static boolean present() {
        try {
            return Class.forName(SERIALIZER) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The archive of the Apicurio registry, if it is there. */
    static Optional<Path> apicurio() {
        return Optional.ofNullable(System.getProperty("apicurio")).map(Path::of).filter(Files::exists);
    }

    @SuppressWarnings("unchecked") // what it serializes is for the test to know
    static Serializer<Object> serializer(String registry, Map<String, ?> more) throws ClassNotFoundException {
        GeneratedTrust.allow();
        Serializer<Object> serializer = Utils.newInstance(SERIALIZER, Serializer.class);
        serializer.configure(settings(registry, more), false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // as above
    static Deserializer<Object> deserializer(String registry, Map<String, ?> more) throws ClassNotFoundException {
        GeneratedTrust.allow();
        Deserializer<Object> deserializer = Utils.newInstance(DESERIALIZER, Deserializer.class);
        deserializer.configure(settings(registry, more), false);
        return deserializer;
    }

    /** Ours and theirs are given the same. */
    static Map<String, Object> settings(String registry, Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "schema.registry.url",
                registry,
                "avro.remove.java.properties",
                true,
                "max.retries",
                1,
                "retries.wait.ms",
                1));
        settings.putAll(more);
        return settings;
    }
}
