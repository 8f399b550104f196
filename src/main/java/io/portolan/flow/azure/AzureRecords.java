package io.portolan.flow.azure;

import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.json.FlowFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The records of one JSON object: itself, or those in its list {@code records}. What an object says of its tuples may
 * stand behind them, so the tuples wait until the object has ended.
 */
final class AzureRecords implements FlowFields {
    /** The name of the list of records in an envelope, as blobs and Event Hubs have it. */
    static final String LIST = "records";

    private static final String TUPLES = "flowTuples";
    private static final Set<String> WITHIN = Set.of("properties", "flowRecords", "flows", "flowGroups");

    private final AzureTuples tuples;
    private final Deque<AzureObject> around = new ArrayDeque<>();
    private final List<AzureObject> records = new ArrayList<>();
    private AzureObject object = AzureObject.record();

    /**
     * @param tuples makes flows of the records
     */
    AzureRecords(AzureTuples tuples) {
        this.tuples = tuples;
    }

    @Override
    public void clear() {
        around.clear();
        records.clear();
        begin(AzureObject.record());
    }

    @Override
    public void text(String name, String value) {
        if (name.equals(TUPLES)) {
            object.addTuple(value);
        } else {
            object.put(name, value);
        }
    }

    @Override
    public void number(String name, long value) {
        text(name, Long.toString(value));
    }

    /** Tuples come one by one, and nothing else that counts is a list of plain values. */
    @Override
    public void list(String name, String values) {}

    @Override
    public boolean entersItems(String name) {
        if (name.equals(LIST)) {
            object.setEnvelope();
            return true;
        }
        return name.equals(TUPLES) || WITHIN.contains(name);
    }

    @Override
    public boolean enter(String name) {
        boolean record = name.equals(LIST);
        if (!record && !WITHIN.contains(name)) {
            return false;
        }
        around.push(object);
        if (record) {
            begin(AzureObject.record());
        } else {
            object = object.part();
        }
        return true;
    }

    @Override
    public void leave() {
        object = around.pop();
    }

    @Override
    public void addTo(ReadingBuilder readings) {
        for (AzureObject record : records) {
            if (!record.isEnvelope()) {
                tuples.addTo(readings, record);
            }
        }
    }

    private void begin(AzureObject record) {
        object = record;
        records.add(record);
    }
}
