package io.portolan.flow.goflow;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import io.portolan.flow.text.AddressText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers the repeated fields of a message, which may come in one piece or item by item. */
final class MessageLists {
    private static final String[] LAYERS = {
        "Ethernet",
        "IPv4",
        "IPv6",
        "TCP",
        "UDP",
        "MPLS",
        "Dot1Q",
        "ICMP",
        "ICMPv6",
        "GRE",
        "IPv6HeaderRouting",
        "IPv6HeaderFragment"
    };

    private final List<MessageField> fields = new ArrayList<>(0);
    private final List<StringBuilder> texts = new ArrayList<>(0);

    /** Reads what stands behind the tag of a field. */
    void add(CodedInputStream in, MessageField field, int wireType) throws IOException, UnreadableFlowException {
        StringBuilder text = textOf(field);
        if (field.kind() == MessageField.Kind.ADDRESSES && wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            separated(text).append(AddressText.of(field.name(), in.readByteArray()));
        } else if (wireType == WireFormat.WIRETYPE_VARINT) {
            addItem(text, field, in.readRawVarint64());
        } else if (wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            int around = in.pushLimit(in.readRawVarint32());
            while (!in.isAtEnd()) {
                addItem(text, field, in.readRawVarint64());
            }
            in.popLimit(around);
        } else {
            throw new UnreadableFlowException("neither JSON nor a protobuf message of goflow2: " + field.name()
                    + " has wire type " + wireType + " and is a list");
        }
    }

    /** Hands the lists over, their items joined by commas. */
    void putInto(FieldSink sink) throws UnreadableFlowException {
        for (int i = 0; i < fields.size(); i++) {
            sink.list(fields.get(i).name(), texts.get(i).toString());
        }
    }

    private StringBuilder textOf(MessageField field) {
        int at = fields.indexOf(field);
        if (at >= 0) {
            return texts.get(at);
        }
        StringBuilder text = new StringBuilder();
        fields.add(field);
        texts.add(text);
        return text;
    }

    private static void addItem(StringBuilder text, MessageField field, long item) {
        if (field.kind() == MessageField.Kind.LAYERS && item >= 0 && item < LAYERS.length) {
            separated(text).append(LAYERS[(int) item]);
        } else {
            separated(text).append(item);
        }
    }

    private static StringBuilder separated(StringBuilder text) {
        return text.isEmpty() ? text : text.append(',');
    }
}
