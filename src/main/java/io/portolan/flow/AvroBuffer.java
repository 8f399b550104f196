package io.portolan.flow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes Avro binary (Avro 1.12 specification, section "Binary encoding") into a buffer that grows and is used again. */
public final class AvroBuffer {
    private static final int FIRST_SIZE = 512;
    private static final int LONGEST_VARINT = 10;
    private static final int HIGHEST_ASCII = 0x7f;

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

    public void writeBoolean(boolean value) {
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** A union of null and a number. */
    public void writeOptional(long value, boolean present) {
        writeInt(present ? 1 : 0);
        if (present) {
            writeLong(value);
        }
    }

    public void writeString(String text) {
        int start = size;
        int length = text.length();
        writeLong(length);
        reserve(length);
        int all = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            all |= c;
            bytes[size + i] = (byte) c;
        }
        size += length;
        // Nearly all strings of a flow are ASCII, for which these are the bytes of UTF-8.
        if (all > HIGHEST_ASCII) {
            size = start;
            writeEncoded(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeEncoded(byte[] encoded) {
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
