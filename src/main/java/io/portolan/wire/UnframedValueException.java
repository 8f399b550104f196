package io.portolan.wire;

import org.apache.kafka.common.errors.SerializationException;

/** The value does not bear the framing of {@link WireFormat}: it is no Avro value of a schema registry. */
public final class UnframedValueException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private UnframedValueException(String message) {
        super(message);
    }

    static UnframedValueException of(byte[] value) {
        return new UnframedValueException(cause(value)
                + "; expected the byte 0, a four-byte schema id and Avro binary (was it written by an Avro serializer of"
                + " a schema registry?)");
    }

    private static String cause(byte[] value) {
        if (value.length < WireFormat.HEADER_LENGTH) {
            return "Value of " + value.length + " bytes is too short for a schema id";
        }
        if (value[0] != WireFormat.MAGIC) {
            return String.format("Value begins with byte 0x%02x", value[0]);
        }
        return "Value bears a negative schema id";
    }
}
