package io.portolan.wire;

import org.apache.kafka.common.serialization.Serializer;

/**
 * The framing of an Avro value: the byte 0, the schema id as four bytes in network order, then the Avro binary
 * encoding. Source: Confluent documentation, "Schema Registry Wire Format".
 */
public final class WireFormat {
    /** First byte of every framed value. */
    public static final byte MAGIC = 0;

    /** Length of the framing in bytes, which is also where the Avro bytes begin. */
    public static final int HEADER_LENGTH = 5;

    private WireFormat() {}

    /**
     * The schema id of a framed value.
     *
     * @return the id, 0 or more
     * @throws UnframedValueException if the value is too short, does not begin with {@link #MAGIC}, or bears a
     *     negative id
     */
    public static int schemaId(byte[] value) {
        if (value.length < HEADER_LENGTH || value[0] != MAGIC) {
            throw UnframedValueException.of(value);
        }
        int id = (value[1] << 24) | ((value[2] & 0xff) << 16) | ((value[3] & 0xff) << 8) | (value[4] & 0xff);
        if (id < 0) {
            throw UnframedValueException.of(value);
        }
        return id;
    }

    /** Writes the framing of schema {@code id} into the first {@link #HEADER_LENGTH} bytes of {@code target}. */
    static void writeHeader(int id, byte[] target) {
        target[0] = MAGIC;
        target[1] = (byte) (id >>> 24);
        target[2] = (byte) (id >>> 16);
        target[3] = (byte) (id >>> 8);
        target[4] = (byte) id;
    }

    /**
     * The framing that {@code serializer} puts before every record of the sample's schema in {@code topic}. Registers or
     * looks up the schema, as the serializer is configured.
     *
     * @return a new array of {@link #HEADER_LENGTH} bytes
     * @throws UnframedValueException if the serializer does not write this framing
     * @throws RuntimeException whatever the serializer throws, a missing schema or an unreachable registry first
     */
    public static byte[] headerOf(Serializer<Object> serializer, String topic, Object sample) {
        byte[] value = serializer.serialize(topic, sample);
        byte[] header = new byte[HEADER_LENGTH];
        writeHeader(schemaId(value == null ? new byte[0] : value), header);
        return header;
    }
}
