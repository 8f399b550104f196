package io.portolan.flow.avro;

import io.portolan.flow.LogRecords;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.schema.FlowLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** The flows of an Avro container file, resolved from the schema that it was written with to the current one. */
final class AvroContainer implements LogRecords {
    private final DataFileStream<GenericRecord> container;
    private final GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(FlowLog.getClassSchema());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    private long number;

    AvroContainer(InputStream in) throws IOException {
        try {
            container = new DataFileStream<>(in, new GenericDatumReader<>(null, FlowLog.getClassSchema()));
        } catch (IOException | RuntimeException e) {
            throw new IOException("not an Avro container file: " + reason(e), e);
        }
    }

    /** Whether the bytes begin as a container file does (Avro specification, section "Object Container Files"). */
    static boolean isContainer(byte[] bytes) {
        byte[] magic = DataFileConstants.MAGIC;
        return bytes.length > magic.length && Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        try {
            if (!container.hasNext()) {
                return Optional.empty();
            }
            number++;
            out.reset();
            writer.write(container.next(), encoder);
            return Optional.of(out.toByteArray());
        } catch (IOException | RuntimeException e) {
            throw new IOException("record " + number + " of the Avro container file: " + reason(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        container.close();
    }

    /** Of damaged bytes the library makes exceptions of all kinds; only those of its own say something. */
    private static String reason(Exception e) {
        boolean telling = e instanceof AvroRuntimeException || (e instanceof IOException && e.getMessage() != null);
        return telling ? UnreadableFlowException.shown(e.getMessage()) : "damaged or cut";
    }
}
