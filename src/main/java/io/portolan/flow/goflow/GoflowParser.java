package io.portolan.flow.goflow;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.json.JsonParser;
import io.portolan.flow.json.TableFields;

/** Reads messages in JSON and in protobuf by the same table. */
final class GoflowParser implements FlowParser {
    private final SourceRecord message;
    private final GoflowFlow flows;
    private final JsonParser json;

    GoflowParser(FieldTable table) {
        message = new SourceRecord(table);
        flows = new GoflowFlow(table);
        json = new JsonParser(new TableFields(message, flows));
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        if (GoflowMessage.isText(record)) {
            return json.read(record);
        }
        message.clear();
        GoflowMessage.read(record, message);
        return flows.read(message);
    }
}
