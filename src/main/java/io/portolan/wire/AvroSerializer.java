package io.portolan.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records, generated or generic, in the framing of {@link WireFormat} under the subject
 * {@code <topic>-value} or {@code <topic>-key}, or that of another of Confluent's strategies. Takes the configuration keys of Confluent's {@code KafkaAvroSerializer}.
 * Safe for use by several threads once configured.
 */
public final class AvroSerializer implements Serializer<Object> {
    private @Nullable Settings settings;
    /** By topic, of which there are few: its schema seldom changes, and comparing schemas costs more than writing a record. */
    private final Map<String, Resolved> known = new ConcurrentHashMap<>();

    private record Settings(SchemaIds ids, SubjectNameStrategy strategy, boolean isKey) {}

    private record Resolved(Schema schema, int id) {}

    /** Not usable before {@link #configure}. */
    public AvroSerializer() {}

    /** {@inheritDoc} Throws {@code ConfigException} if a value is missing or unusable. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        SubjectNameStrategy strategy = SerdeConfiguration.of(configs).strategy(isKey);
        settings = new Settings(SchemaIds.of(configs), strategy, isKey);
    }

    /**
     * {@inheritDoc}
     *
     * @return null for null
     * @throws SerializationException if this is no record, if it does not fit its schema, or if the registry does not
     *     have or take its schema
     * @throws RegistryUnavailableException if no registry answers
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object data) {
        if (data == null) {
            return null;
        }
        if (!(data instanceof IndexedRecord record)) {
            throw new SerializationException(
                    "Cannot write a " + data.getClass().getName() + " to topic " + topic + " as Avro; it is no record");
        }
        return encode(topic, record, id(topic, record.getSchema()));
    }

    @SuppressWarnings("ReferenceEquality") // another instance of an equal schema takes the slow path, to the same id
    private int id(String topic, Schema schema) {
        Resolved last = known.get(topic);
        if (last != null && last.schema() == schema) {
            return last.id();
        }
        Settings configured = Objects.requireNonNull(settings, "configure() has not been called");
        int id = configured.ids().id(configured.strategy().subject(topic, configured.isKey(), schema), schema);
        known.put(topic, new Resolved(schema, id));
        return id;
    }

    private static byte[] encode(String topic, IndexedRecord record, int id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        byte[] header = new byte[WireFormat.HEADER_LENGTH];
        WireFormat.writeHeader(id, header);
        out.writeBytes(header);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writer(record).write(record, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "Cannot write a record for topic " + topic + " with schema "
                            + record.getSchema().getFullName() + " (id " + id + "): " + e.getMessage(),
                    e);
        }
        return out.toByteArray();
    }

    /** The model comes from the record: Avro would look the class up by name, and refuses classes it was not told of. */
    private static DatumWriter<Object> writer(IndexedRecord record) {
        return record instanceof SpecificRecordBase generated
                ? new SpecificDatumWriter<>(record.getSchema(), generated.getSpecificData())
                : new GenericDatumWriter<>(record.getSchema());
    }
}
