package io.portolan.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Walks over Avro binary (Avro 1.12 specification, section "Binary encoding") and checks what it walks over: it never
 * reads past the end and accepts nothing that the Avro library would refuse.
 */
final class AvroCursor {
    private static final int INT_BYTES = 5;
    private static final int LONG_BYTES = 10;
    private static final String LENGTH = " (length)";
    private static final String ENDS_WITHIN = "the record ends within ";
    private static final long UNSIZED = -1;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SIGN_BITS = 0x8080808080808080L;

    private final byte[] bytes;
    private final int end;
    private int position;

    AvroCursor(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.position = offset;
        this.end = offset + length;
    }

    int position() {
        return position;
    }

    /** An int of a field within {@code min} and {@code max}, both inclusive. */
    int readInt(String field, int min, int max) throws UnreadableFlowException {
        return (int) within(field, "", readVarint(field, INT_BYTES), min, max);
    }

    /** A long of a field within {@code min} and {@code max}, both inclusive. */
    long readLong(String field, long min, long max) throws UnreadableFlowException {
        return within(field, "", readVarint(field, LONG_BYTES), min, max);
    }

    /** The branch of a union of null and something else: true for something else. */
    boolean readPresence(String field) throws UnreadableFlowException {
        return within(field, " (union branch)", readVarint(field, INT_BYTES), 0, 1) == 1;
    }

    boolean readBoolean(String field) throws UnreadableFlowException {
        if (position == end) {
            throw new UnreadableFlowException(ENDS_WITHIN + field);
        }
        return within(field, " (boolean)", bytes[position++], 0, 1) == 1;
    }

    /** Steps over a string or a map key and returns its length in bytes; it ends at {@link #position()}. */
    int skipString(String field) throws UnreadableFlowException {
        int length = skipBytes(field);
        if (!Utf8.isValid(bytes, position - length, length)) {
            throw new UnreadableFlowException(field + " is not UTF-8");
        }
        return length;
    }

    /** As {@link #skipString}, over an IP address: its characters are looked at once. */
    int skipAddress(String field) throws UnreadableFlowException {
        int before = position;
        int length = skipBytes(field);
        if (!Addresses.isAddress(bytes, position - length, length)) {
            position = before;
            throw UnreadableFlowException.field(field, readString(field), "not an IP address");
        }
        return length;
    }

    private int skipBytes(String field) throws UnreadableFlowException {
        int length = (int) within(field, LENGTH, readVarint(field, LONG_BYTES), 0, Integer.MAX_VALUE);
        if (length > end - position) {
            throw UnreadableFlowException.field(field + LENGTH, length, "more than the record holds");
        }
        position += length;
        return length;
    }

    /**
     * Steps over a map of strings, in blocks with or without a size (a negative count announces one). A size has to be
     * right, for by it some reader will step over the block.
     */
    void skipStringMap(String field) throws UnreadableFlowException {
        for (long count = readVarint(field, LONG_BYTES); count != 0; count = readVarint(field, LONG_BYTES)) {
            long blockEnd = count < 0 ? readBlockEnd(field) : UNSIZED;
            skipPairs(field, count);
            if (blockEnd != UNSIZED && blockEnd != position) {
                throw new UnreadableFlowException(field + " has a block of another size than it says");
            }
        }
    }

    /** Reads a map of strings that {@link #skipStringMap} has checked; of a name that stands twice the last value. */
    Map<String, String> readStringMap(String field) throws UnreadableFlowException {
        Map<String, String> map = new HashMap<>();
        for (long count = readVarint(field, LONG_BYTES); count != 0; count = readVarint(field, LONG_BYTES)) {
            if (count < 0) {
                readBlockEnd(field);
            }
            for (long i = 0; i < Math.abs(count); i++) {
                String name = readString(field);
                map.put(name, readString(field));
            }
        }
        return map;
    }

    private String readString(String field) throws UnreadableFlowException {
        int length = skipString(field);
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    private void skipPairs(String field, long count) throws UnreadableFlowException {
        long pairs = Math.abs(count);
        // Each pair takes two bytes at least; the lowest long has no absolute value.
        if (pairs < 0 || pairs > (end - position) / 2) {
            throw UnreadableFlowException.field(field + " (count)", count, "more than the record holds");
        }
        for (long i = 0; i < pairs; i++) {
            skipString(field);
            skipString(field);
        }
    }

    private long readBlockEnd(String field) throws UnreadableFlowException {
        long size = readVarint(field, LONG_BYTES);
        return position + within(field, " (block size)", size, 0, end - (long) position);
    }

    void expectEnd() throws UnreadableFlowException {
        if (position != end) {
            throw new UnreadableFlowException((end - position) + " bytes follow the end of the flow");
        }
    }

    /** Takes the name of a field in two parts, so that they are joined only if something is wrong with it. */
    private static long within(String field, String part, long value, long min, long max)
            throws UnreadableFlowException {
        if (value < min || value > max) {
            throw UnreadableFlowException.field(field + part, value, "not within " + min + "-" + max);
        }
        return value;
    }

    private long readVarint(String field, int most) throws UnreadableFlowException {
        // Nearly all numbers and lengths of a flow are of one byte.
        if (position < end && bytes[position] >= 0) {
            long raw = bytes[position++];
            return (raw >>> 1) ^ -(raw & 1);
        }
        return readLongVarint(field, most);
    }

    /** A number of two to eight bytes at once, as long as there are eight; the last byte of a number has no sign bit. */
    private long readLongVarint(String field, int most) throws UnreadableFlowException {
        if (end - position >= Long.BYTES) {
            long next = (long) LONGS.get(bytes, position);
            long ends = ~next & SIGN_BITS;
            int length = (Long.numberOfTrailingZeros(ends) + 1) / Byte.SIZE;
            if (ends != 0 && length <= most) {
                position += length;
                long raw = withoutSignBits(next & (ends ^ (ends - 1)));
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        return readVarintByByte(field, most);
    }

    /** Joins the seven bits of each byte: of two bytes to one of 14, of two of these to one of 28, and of those to 56. */
    private static long withoutSignBits(long bytes) {
        long pairs = (bytes & 0x007f007f007f007fL) | (bytes & 0x7f007f007f007f00L) >>> 1;
        long fours = (pairs & 0x00003fff00003fffL) | (pairs & 0x3fff00003fff0000L) >>> 2;
        return (fours & 0x000000000fffffffL) | (fours & 0x0fffffff00000000L) >>> 4;
    }

    private long readVarintByByte(String field, int most) throws UnreadableFlowException {
        long raw = 0;
        for (int i = 0; i < most; i++) {
            if (position == end) {
                throw new UnreadableFlowException(ENDS_WITHIN + field);
            }
            byte next = bytes[position++];
            raw |= (next & 0x7fL) << (7 * i);
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw UnreadableFlowException.field(field, "a number of more than " + most + " bytes", "not Avro");
    }
}
