package io.portolan.flow.field;

import io.portolan.flow.FormatField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a source that mean something here. Of several that fill the same field of a flow, the one that stands
 * first in the table and in the record is taken.
 */
public final class FieldTable {
    private final List<SourceField> fields;
    private final FieldScope root;
    private final boolean keepsEmpty;
    private final String absent;
    private final SourceField[][] filling = new SourceField[FlowField.values().length][];

    private FieldTable(Builder builder) {
        this.fields = List.copyOf(builder.fields);
        this.root = builder.root;
        this.keepsEmpty = builder.keepsEmpty;
        this.absent = builder.absent;
        for (FlowField filled : FlowField.values()) {
            filling[filled.ordinal()] = fields.stream()
                    .filter(field -> field.fills().contains(filled))
                    .toArray(SourceField[]::new);
        }
    }

    public static Builder builder() {
        return new Builder(false);
    }

    /** A table in which hyphens, underscores and upper case of names do not count. */
    public static Builder foldingBuilder() {
        return new Builder(true);
    }

    /** All fields, in the order in which to show them. */
    public List<SourceField> fields() {
        return fields;
    }

    /** The table for a person to read. */
    public List<FormatField> describe() {
        return fields.stream()
                .map(field -> new FormatField(
                        field.names(),
                        field.kind().unit(),
                        field.fills().stream().map(FlowField::schemaName).toList(),
                        field.note()))
                .toList();
    }

    /** The field of a name, if the name is that of one. */
    public @Nullable SourceField find(String name) {
        return root.field(name);
    }

    /** The fields that fill a field of a flow, the preferred first. Not to be changed. */
    SourceField[] filling(FlowField filled) {
        return filling[filled.ordinal()];
    }

    FieldScope root() {
        return root;
    }

    /** Whether 0, false and the like are worth keeping where a field has no meaning here. */
    boolean keepsEmpty() {
        return keepsEmpty;
    }

    /** Whether a text says that the field is absent. */
    boolean isAbsent(String value) {
        return value.isEmpty() || value.equals(absent);
    }

    /** Collects the fields; each is described by a {@link Draft} and counts from {@link Draft#fills} on. */
    public static final class Builder {
        private final List<SourceField> fields = new ArrayList<>();
        private final FieldScope root;
        private boolean keepsEmpty = true;
        private String absent = "";

        private Builder(boolean folding) {
            this.root = new FieldScope("", folding);
        }

        /** Begins a field; names are the source's own and other spellings of it. */
        public Draft field(ValueKind kind, String... names) {
            return new Draft(this, kind, names);
        }

        public Draft text(String... names) {
            return field(ValueKind.TEXT, names);
        }

        public Draft count(String... names) {
            return field(ValueKind.COUNT, names);
        }

        /** Lets the fields of the object of this name count as fields of the record. */
        public Builder transparent(String object) {
            root.putTransparent(object);
            return this;
        }

        /** Keeps the plain values within the objects of these names, each as the object's name, a dot and its own. */
        public Builder keep(String... objects) {
            for (String object : objects) {
                root.open(object);
            }
            return this;
        }

        /** Leaves fields out that have no meaning here and say nothing that others do not say. */
        public Builder ignore(String... names) {
            for (String name : names) {
                root.ignore(name);
            }
            return this;
        }

        /** Leaves out what is 0, false or empty among the fields without a meaning here. */
        public Builder withoutEmpty() {
            keepsEmpty = false;
            return this;
        }

        /** Names the text that stands where a value is absent. */
        public Builder absent(String mark) {
            absent = mark;
            return this;
        }

        public FieldTable build() {
            return new FieldTable(this);
        }

        private SourceField add(SourceField field, List<String> spellings) {
            fields.add(field);
            field.names().forEach(name -> root.put(name, field));
            spellings.forEach(name -> root.put(name, field));
            return field;
        }
    }

    /** A field that is being described. */
    public static final class Draft {
        private final Builder table;
        private final ValueKind kind;
        private final List<String> names;
        private List<String> spellings = List.of();
        private boolean zeroIsAbsent;
        private String note = "";

        private Draft(Builder table, ValueKind kind, String... names) {
            this.table = table;
            this.kind = kind;
            this.names = Collections.unmodifiableList(Arrays.asList(names));
        }

        /** Further names of the field, which follow from its name by a rule of the source and are not shown therefore. */
        public Draft spelt(List<String> others) {
            spellings = List.copyOf(others);
            return this;
        }

        /** Says that the source writes 0 where it does not know. */
        public Draft zeroIsAbsent() {
            zeroIsAbsent = true;
            return this;
        }

        /** What a person should know about the field, for the documents. */
        public Draft note(String text) {
            note = text;
            return this;
        }

        /** Ends the description with what of a flow is made of the field; nothing if it only says what the record is. */
        public SourceField fills(FlowField... filled) {
            return table.add(
                    new SourceField(table.fields.size(), names, kind, Arrays.asList(filled), zeroIsAbsent, note),
                    spellings);
        }
    }
}
