package io.portolan.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in the framing of {@link WireFormat}: as {@code GenericRecord} with the writer's schema, or, with
 * {@code specific.avro.reader=true}, as the generated class that has the name of the writer's schema, resolved to the
 * schema of that class. Takes the configuration keys of Confluent's {@code KafkaAvroDeserializer}, and ignores bytes
 * after the record as that does. Safe for use by several threads once configured.
 */
public final class AvroDeserializer implements Deserializer<Object> {
    private @Nullable DatumReaders readers;

    /** Not usable before {@link #configure}. */
    public AvroDeserializer() {}

    /** {@inheritDoc} Throws {@code ConfigException} if a value is missing or unusable. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        readers = DatumReaders.of(configs);
    }

    /**
     * {@inheritDoc}
     *
     * @return null for null
     * @throws UnframedValueException if the value does not bear the framing
     * @throws SerializationException if the registry does not know the id, or the bytes do not fit its schema
     * @throws RegistryUnavailableException if no registry answers; the record may be good
     */
    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        int id = WireFormat.schemaId(data);
        DatumReaders.ById reader = Objects.requireNonNull(readers, "configure() has not been called")
                .forId(id, topic);
        try {
            int length = data.length - WireFormat.HEADER_LENGTH;
            BinaryDecoder body = DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER_LENGTH, length, null);
            return reader.reader().read(null, body);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(unreadable(topic, id, reader.writer(), e), e);
        }
    }

    private static String unreadable(String topic, int id, Schema writer, Exception cause) {
        return "Cannot read a value of topic " + topic + " as " + writer.getFullName() + " (schema id " + id + "): "
                + cause;
    }
}
