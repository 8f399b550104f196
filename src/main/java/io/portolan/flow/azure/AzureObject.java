package io.portolan.flow.azure;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a flow log: a record, or an object within one that tells something of the tuples within itself, such
 * as the rule that they fell under.
 */
final class AzureObject {
    private final @Nullable AzureObject around;
    private final AzureObject record;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> tuples = new ArrayList<>();
    private final List<AzureObject> groups = new ArrayList<>();
    private boolean envelope;

    private AzureObject(@Nullable AzureObject around, @Nullable AzureObject record) {
        this.around = around;
        this.record = record == null ? this : record;
    }

    /** A record. */
    static AzureObject record() {
        return new AzureObject(null, null);
    }

    /** An object within this one, of the same record. */
    AzureObject part() {
        return new AzureObject(this, record);
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    void addTuple(String tuple) {
        if (tuples.isEmpty()) {
            record.groups.add(this);
        }
        tuples.add(tuple);
    }

    /** Says that this is no record but holds some. */
    void setEnvelope() {
        envelope = true;
    }

    boolean isEnvelope() {
        return envelope;
    }

    /** The value of a name; empty if there is none. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Of a record, the objects that have tuples, in order. */
    List<AzureObject> groups() {
        return groups;
    }

    List<String> tuples() {
        return tuples;
    }

    /** Puts what this object and those around it say and the table knows. */
    void putValues(FieldTable table, SourceRecord record) throws UnreadableFlowException {
        if (around != null) {
            around.putValues(table, record);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            SourceField field = table.find(value.getKey());
            if (field != null) {
                record.put(field, value.getValue());
            }
        }
    }
}
