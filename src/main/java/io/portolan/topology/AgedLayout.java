package io.portolan.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * How an {@link AgedStore} lies in a store of Kafka Streams: the hour in which a value was put last, four bytes, and the
 * value under {@code v} and its key; and for the hours in which it was put, nothing under {@code h}, the hour and the key.
 */
final class AgedLayout {
    static final byte[] NOTHING = {};

    private static final byte VALUE = 'v';
    private static final byte HOUR = 'h';
    private static final int HOUR_BYTES = 1 + Integer.BYTES;
    private static final long MILLIS_AN_HOUR = 3_600_000;

    /** Behind all keys of values. */
    static final Bytes END = Bytes.wrap(new byte[] {VALUE + 1});

    private AgedLayout() {}

    /** Hours since the epoch. */
    static int hour(long millis) {
        return (int) (Math.max(0, millis) / MILLIS_AN_HOUR);
    }

    static Bytes valueKey(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(1 + text.length).put(VALUE).put(text).array());
    }

    static Bytes hourKey(int hour, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(HOUR_BYTES + text.length)
                .put(HOUR)
                .putInt(hour)
                .put(text)
                .array());
    }

    static byte[] entry(int hour, byte[] value) {
        return ByteBuffer.allocate(Integer.BYTES + value.length)
                .putInt(hour)
                .put(value)
                .array();
    }

    /** The hour of an entry. */
    static int hourOf(byte[] entry) {
        return ByteBuffer.wrap(entry).getInt();
    }

    /** The value of an entry. */
    static byte[] valueOf(byte[] entry) {
        byte[] value = new byte[entry.length - Integer.BYTES];
        System.arraycopy(entry, Integer.BYTES, value, 0, value.length);
        return value;
    }

    /** The hour of a key under {@code h}. */
    static int hourOf(Bytes hourKey) {
        return ByteBuffer.wrap(hourKey.get()).getInt(1);
    }

    /** The key in a key under {@code h}. */
    static String keyOf(Bytes hourKey) {
        byte[] bytes = hourKey.get();
        return new String(bytes, HOUR_BYTES, bytes.length - HOUR_BYTES, StandardCharsets.UTF_8);
    }
}
