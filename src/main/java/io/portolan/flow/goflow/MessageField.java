package io.portolan.flow.goflow;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import io.portolan.flow.text.AddressText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A field of the protobuf message. Versions 1 and 2 number alike what both have, except for 38.
 *
 * <p>Source: {@code pb/flow.proto} of goflow2, versions 1 and 2.
 *
 * @param name its name in {@code pb/flow.proto}, which it has in JSON too
 */
record MessageField(String name, Kind kind) {
    /** How a field is written, and what its text is. */
    enum Kind {
        NUMBER,
        /** Four or sixteen bytes. */
        ADDRESS,
        /** Six bytes as a number. */
        MAC,
        TYPE,
        TRUTH,
        /** In version 1 the start of the flow in seconds, since version 2 three bits of the IP header. */
        START_OR_FLAGS,
        NUMBERS,
        ADDRESSES,
        LAYERS;

        boolean isList() {
            return this == NUMBERS || this == ADDRESSES || this == LAYERS;
        }
    }

    private static final String[] TYPES = {"FLOWUNKNOWN", "SFLOW_5", "NETFLOW_V5", "NETFLOW_V9", "IPFIX"};
    private static final int HIGHEST_FLAGS = 0xff;
    private static final MessageField[] BY_NUMBER = MessageFields.byNumber();

    /** The field of a number; null for one that says nothing here. */
    static @Nullable MessageField of(int number) {
        return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    /** Refuses what is written in another way: it is the message of another program. */
    void requireWireType(int number, int found) throws UnreadableFlowException {
        int right = kind == Kind.ADDRESS ? WireFormat.WIRETYPE_LENGTH_DELIMITED : WireFormat.WIRETYPE_VARINT;
        if (found != right) {
            throw new UnreadableFlowException("neither JSON nor a protobuf message of goflow2: field " + number
                    + " has wire type " + found + ", " + name + " has " + right);
        }
    }

    /** Reads the value behind the tag and hands it over. */
    void read(CodedInputStream in, FieldSink sink) throws IOException, UnreadableFlowException {
        if (kind == Kind.ADDRESS) {
            byte[] address = in.readByteArray();
            if (address.length > 0) {
                sink.text(name, AddressText.of(name, address));
            }
            return;
        }
        long value = in.readRawVarint64();
        switch (kind) {
            case MAC -> sink.text(name, value == 0 ? "" : mac(value));
            case TYPE -> sink.text(name, value >= 0 && value < TYPES.length ? TYPES[(int) value] : "" + value);
            case TRUTH -> sink.text(name, value == 0 ? "false" : "true");
            case START_OR_FLAGS -> put(sink, value > HIGHEST_FLAGS ? "time_flow_start" : name, value);
            default -> put(sink, name, value);
        }
    }

    private static void put(FieldSink sink, String name, long value) throws UnreadableFlowException {
        if (value < 0) {
            sink.text(name, Long.toUnsignedString(value));
        } else {
            sink.number(name, value);
        }
    }

    private static String mac(long address) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (address >> shift) & 0xff;
            text.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 0xf, 16));
            text.append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
