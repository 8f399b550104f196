package io.portolan.topology;

import io.portolan.flow.AvroFlowParser;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.wire.WriterRecords;

/**
 * Reads the records of a format that has Avro schemas of its own: those in the wire format of a schema registry by the
 * schema that they were written with, all others as the format itself does. Both may come in one topic.
 */
final class RegisteredFlowParser implements FlowParser {
    private final String topic;
    private final AvroFlowParser format;
    private final WriterRecords records;

    RegisteredFlowParser(String topic, AvroFlowParser format, WriterRecords records) {
        this.topic = topic;
        this.format = format;
        this.records = records;
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        return WriterRecords.isFramed(record) ? format.read(records.read(topic, record)) : format.read(record);
    }
}
