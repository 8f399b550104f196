package io.portolan.flow.json;

import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceRecord;

/** Fields by the table of a format, one flow an object. */
public final class TableFields implements FlowFields {
    private final SourceRecord record;
    private final FlowReader reader;

    /**
     * @param record takes the fields
     * @param reader makes of them what the object is
     */
    public TableFields(SourceRecord record, FlowReader reader) {
        this.record = record;
        this.reader = reader;
    }

    @Override
    public void clear() {
        record.clear();
    }

    @Override
    public void addTo(ReadingBuilder readings) throws UnreadableFlowException {
        readings.add(reader.read(record));
    }

    @Override
    public void text(String name, String value) throws UnreadableFlowException {
        record.text(name, value);
    }

    @Override
    public void number(String name, long value) throws UnreadableFlowException {
        record.number(name, value);
    }

    @Override
    public void list(String name, String values) throws UnreadableFlowException {
        record.list(name, values);
    }

    @Override
    public boolean enter(String name) {
        return record.enter(name);
    }

    @Override
    public void leave() {
        record.leave();
    }
}
