package io.portolan.flow.pmacct;

import io.portolan.flow.AvroFlowParser;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.avro.AvroFields;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.json.JsonParser;
import io.portolan.flow.json.TableFields;
import org.apache.avro.generic.IndexedRecord;

/** JSON and Avro have the same fields. With {@code kafka_multi_values} a message holds several JSON objects. */
final class PmacctParser implements AvroFlowParser {
    private final SourceRecord fields;
    private final PmacctFlow flows;
    private final FlowParser json;

    PmacctParser(FieldTable table) {
        fields = new SourceRecord(table);
        flows = new PmacctFlow(table);
        json = new JsonParser(new TableFields(fields, flows));
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        return json.read(record);
    }

    @Override
    public Reading read(IndexedRecord record) throws UnreadableFlowException {
        fields.clear();
        AvroFields.readInto(record, fields);
        return flows.read(fields);
    }
}
