package io.portolan.topology;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.schema.FlowLog;
import io.portolan.wire.WriterRecords;

/**
 * Reads a topic of any formats: what is in the wire format of a schema registry is a canonical flow if its schema has that
 * name, and otherwise a record of a format that has Avro schemas of its own.
 */
final class AutoFramedParser implements FlowParser {
    private static final String FLOW_LOG = FlowLog.getClassSchema().getFullName();

    private final String topic;
    private final FramedFlowParser canonical;
    private final RegisteredFlowParser others;
    private final WriterRecords records;

    AutoFramedParser(String topic, FramedFlowParser canonical, RegisteredFlowParser others, WriterRecords records) {
        this.topic = topic;
        this.canonical = canonical;
        this.others = others;
        this.records = records;
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        boolean flowLog = WriterRecords.isFramed(record)
                && records.read(topic, record).getSchema().getFullName().equals(FLOW_LOG);
        return flowLog ? canonical.read(record) : others.read(record);
    }
}
