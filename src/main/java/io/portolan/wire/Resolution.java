package io.portolan.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;

/** Rewrites records of one writer's schema in the target schema. Safe for use by several threads, as Avro's parts are. */
final class Resolution {
    private final int id;
    private final Schema writer;
    private final Schema target;
    private final DatumReader<Object> in;
    private final DatumWriter<Object> out;

    Resolution(int id, Schema writer, Schema target) {
        this.id = id;
        this.writer = writer;
        this.target = target;
        this.in = new GenericDatumReader<>(writer, target, new GenericData());
        this.out = new GenericDatumWriter<>(target);
    }

    byte[] resolve(String topic, byte[] value) {
        try {
            int length = value.length - WireFormat.HEADER_LENGTH;
            BinaryDecoder body = DecoderFactory.get().binaryDecoder(value, WireFormat.HEADER_LENGTH, length, null);
            Object record = in.read(null, body);
            if (!body.isEnd()) {
                throw new IOException("bytes follow the record");
            }
            return encode(record, length);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "Cannot resolve a value of topic " + topic + " from " + writer.getFullName() + " (schema id " + id
                            + ") to " + target.getFullName() + ": " + e,
                    e);
        }
    }

    private byte[] encode(Object record, int sizeHint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sizeHint + 64);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        out.write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
