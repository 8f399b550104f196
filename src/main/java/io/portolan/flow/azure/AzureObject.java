package io.portolan.flow.azure;

import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.SourceField;
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

    /** What this object and those around it say and the table knows; this object's word counts more. */
    Map<SourceField, String> values(FieldTable table) {
        Map<SourceField, String> known = around == null ? new HashMap<>() : around.values(table);
        values.forEach((name, value) -> {
            SourceField field = table.find(name);
            if (field != null) {
                known.put(field, value);
            }
        });
        return known;
    }
}
