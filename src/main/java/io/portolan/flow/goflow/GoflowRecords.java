package io.portolan.flow.goflow;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.portolan.flow.LogRecords;
import io.portolan.flow.json.JsonRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The messages of a file in protobuf as records, each with its length in front, as goflow2 writes it there and to Kafka.
 * The line feed that it puts behind each message, unless told not to, is no length: no flow has ten bytes.
 */
final class GoflowRecords implements LogRecords {
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private int number;

    private GoflowRecords(InputStream in) {
        this.in = in;
    }

    /** Opens a file of JSON or of protobuf. */
    static LogRecords open(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = first < 0 ? first : buffered.read();
        buffered.reset();
        return first < 0 || GoflowMessage.isText(first, second)
                ? new JsonRecords(buffered)
                : new GoflowRecords(buffered);
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        int first = in.read();
        while (first == '\n') {
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        number++;
        int length = CodedInputStream.readRawVarint32(first, in);
        if (length <= 0 || length > LONGEST) {
            throw new IOException("message " + number + " has a length of " + Integer.toUnsignedString(length)
                    + " bytes, and not of 1 to " + LONGEST
                    + ": not JSON, and not protobuf with the length in front of each message");
        }
        return Optional.of(message(length));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] message(int length) throws IOException {
        int size = CodedOutputStream.computeUInt32SizeNoTag(length);
        byte[] message = new byte[size + length];
        CodedOutputStream.newInstance(message, 0, size).writeUInt32NoTag(length);
        int read = in.readNBytes(message, size, length);
        if (read < length) {
            throw new IOException(
                    "the file ends within message " + number + ", after " + read + " of its " + length + " bytes");
        }
        return message;
    }
}
