package io.portolan.flow.field;

import java.util.List;

/** One field of a source. */
public final class SourceField {
    private final int slot;
    private final List<String> names;
    private final ValueKind kind;
    private final List<FlowField> fills;
    private final boolean kept;
    private final boolean zeroIsAbsent;
    private final String note;

    SourceField(
            int slot, List<String> names, ValueKind kind, List<FlowField> fills, boolean zeroIsAbsent, String note) {
        this.slot = slot;
        this.names = List.copyOf(names);
        this.kind = kind;
        this.fills = List.copyOf(fills);
        this.kept = fills.contains(FlowField.ATTRIBUTES);
        this.zeroIsAbsent = zeroIsAbsent;
        this.note = note;
    }

    /** The source's own name; a dot stands for itself or for a step into an object. */
    public String name() {
        return names.get(0);
    }

    /** What the source calls it, its own name first. */
    public List<String> names() {
        return names;
    }

    /** How its value is read. */
    public ValueKind kind() {
        return kind;
    }

    /** What of a flow is made of it; empty if it only says what the record is. */
    public List<FlowField> fills() {
        return fills;
    }

    /** What a person should know about it; empty if nothing. */
    public String note() {
        return note;
    }

    /** Its place in the table, from 0. */
    int slot() {
        return slot;
    }

    /** Whether its value is kept as an attribute too. */
    boolean isKept() {
        return kept;
    }

    /** Whether the source writes 0 where it does not know. */
    boolean zeroIsAbsent() {
        return zeroIsAbsent;
    }
}
