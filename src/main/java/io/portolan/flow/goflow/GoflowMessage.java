package io.portolan.flow.goflow;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import io.portolan.flow.field.SourceRecord;
import java.io.IOException;

/**
 * Hands over the fields of one protobuf message, each under its name in JSON. The length may stand in front, as goflow2
 * writes it from version 2 on, or not.
 */
final class GoflowMessage {
    /** The tag of the field {@code type}, with which every message begins; no JSON has this byte in its second place. */
    private static final int TYPE_TAG = 1 << 3;

    private static final int MARK_1 = 0xef;
    private static final int MARK_2 = 0xbb;

    private GoflowMessage() {}

    /** Whether a record is text, by its first bytes. */
    static boolean isText(byte[] record) {
        return record.length == 0 || isText(record[0] & 0xff, record.length > 1 ? record[1] & 0xff : -1);
    }

    /** Whether two bytes, the second -1 if there is none, begin a text. The length of a message can be that of a brace. */
    static boolean isText(int first, int second) {
        boolean blank = first == ' ' || first == '\t' || first == '\r' || first == '\n';
        boolean marked = first == MARK_1 && second == MARK_2;
        return second != TYPE_TAG && (blank || marked || first == '{' || first == '[');
    }

    /** Whether a record is a message, and not the text or binary of another format. */
    static boolean isOne(byte[] record) {
        SourceRecord message = new SourceRecord(GoflowFormat.TABLE);
        try {
            if (!isText(record)) {
                read(record, message);
            }
        } catch (UnreadableFlowException e) {
            return false;
        }
        return message.has(GoflowFormat.TYPE)
                && (message.has(GoflowFormat.RECEIVED) || message.has(GoflowFormat.RECEIVED_NS));
    }

    /**
     * Reads a message.
     *
     * @throws UnreadableFlowException if it is cut or damaged, or a field is not what it is in goflow2
     */
    static void read(byte[] record, FieldSink sink) throws UnreadableFlowException {
        try {
            CodedInputStream in = CodedInputStream.newInstance(record);
            if (in.readRawVarint32() != record.length - in.getTotalBytesRead()) {
                in = CodedInputStream.newInstance(record);
            }
            readFields(in, sink);
        } catch (IOException e) {
            throw new UnreadableFlowException(
                    "neither JSON nor a protobuf message of goflow2: " + UnreadableFlowException.shown(e.getMessage()));
        }
    }

    private static void readFields(CodedInputStream in, FieldSink sink) throws IOException, UnreadableFlowException {
        // proto3 leaves out what is 0, but a port of 0 is one.
        sink.number(GoflowFormat.SOURCE_PORT.name(), 0);
        sink.number(GoflowFormat.DESTINATION_PORT.name(), 0);
        MessageLists lists = new MessageLists();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int number = WireFormat.getTagFieldNumber(tag);
            int wireType = WireFormat.getTagWireType(tag);
            MessageField field = MessageField.of(number);
            if (wireType == WireFormat.WIRETYPE_START_GROUP || wireType == WireFormat.WIRETYPE_END_GROUP) {
                throw new UnreadableFlowException("neither JSON nor a protobuf message of goflow2: field " + number
                        + " is a group, which proto3 does not have");
            } else if (field == null) {
                in.skipField(tag);
            } else if (field.kind().isList()) {
                lists.add(in, field, wireType);
            } else {
                field.requireWireType(number, wireType);
                field.read(in, sink);
            }
        }
        lists.putInto(sink);
    }
}
