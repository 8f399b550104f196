package io.portolan.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes Avro binary (Avro 1.12 specification, section "Binary encoding") into a buffer that grows and is used again. */
public final class AvroBuffer {
    private static final int FIRST_SIZE = 512;
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    public void writeInt(int value) {
        writeLong(value);
    }

    public void writeLong(long value) {
        reserve(LONGEST_VARINT);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A union of null and a number. */
    public void writeOptional(long value, boolean present) {
        writeInt(present ? 1 : 0);
        if (present) {
            writeLong(value);
        }
    }

    public void writeString(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeLong(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** What was written since the last {@link #clear}, as an array of its own. */
    public byte[] take() {
        return Arrays.copyOf(bytes, size);
    }

    public void clear() {
        size = 0;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
