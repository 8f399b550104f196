package io.portolan.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads framed values as records of the schema that they were written with, and refuses bytes after the record, which
 * deserializers ignore. The writer's schema of an id is learnt once, from the configured deserializer, so any of the same
 * framing will do. For one thread: the record of one id is the same object each time.
 */
public final class WriterRecords {
    private final Deserializer<Object> deserializer;
    private final Map<Integer, Writer> known = new HashMap<>();
    private @Nullable BinaryDecoder decoder;

    private static final class Writer {
        private final Schema schema;
        private final DatumReader<IndexedRecord> reader;
        private @Nullable IndexedRecord record;

        Writer(Schema schema) {
            this.schema = schema;
            this.reader = new GenericDatumReader<>(schema);
        }
    }

    /**
     * For values that {@code deserializer} reads into generic records of the writer's schema.
     *
     * @param deserializer configured, with {@code specific.avro.reader=false}
     */
    public WriterRecords(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    /** Whether the value begins as a framed one does, which neither JSON nor any other text does. */
    public static boolean isFramed(byte[] value) {
        return value.length > 0 && value[0] == WireFormat.MAGIC;
    }

    /**
     * The value's record, with its schema. It is overwritten by the next one of the same id.
     *
     * @throws UnframedValueException if the value does not bear the framing
     * @throws SerializationException if the bytes are not one record of the writer's schema and nothing more
     * @throws RuntimeException what the deserializer throws for the first value of an id: the registry is away, does not
     *     know the id, or the value is not of its schema; see {@link RegistryFault}
     */
    public IndexedRecord read(String topic, byte[] value) {
        int id = WireFormat.schemaId(value);
        Writer writer = known.get(id);
        if (writer == null) {
            writer = new Writer(WriterSchema.of(topic, id, deserializer.deserialize(topic, value)));
            known.put(id, writer);
        }
        try {
            return read(writer, value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "Cannot read a value of topic " + topic + " as " + writer.schema.getFullName() + " (schema id " + id
                            + "): " + e,
                    e);
        }
    }

    private IndexedRecord read(Writer writer, byte[] value) throws IOException {
        int length = value.length - WireFormat.HEADER_LENGTH;
        decoder = DecoderFactory.get().binaryDecoder(value, WireFormat.HEADER_LENGTH, length, decoder);
        IndexedRecord record = writer.reader.read(writer.record, decoder);
        writer.record = record;
        if (!decoder.isEnd()) {
            throw new IOException("bytes follow the record");
        }
        return record;
    }
}
