package io.portolan.flow.json;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;

/** The parser of a format whose records are JSON. */
public final class JsonParser implements FlowParser {
    private static final String EMPTY = "empty record";

    private final FlowFields fields;
    private final PlainJson plain;
    private final ReadingBuilder readings = new ReadingBuilder();

    /**
     * @param fields takes the fields of each object
     */
    public JsonParser(FlowFields fields) {
        this.fields = fields;
        this.plain = new PlainJson(fields);
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        fields.clear();
        if (!plain.read(record)) {
            return JsonRecord.read(record, fields, readings, EMPTY);
        }
        try {
            fields.addTo(readings);
        } catch (UnreadableFlowException e) {
            readings.add(e);
        }
        return readings.build(record, EMPTY);
    }
}
