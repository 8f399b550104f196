package io.portolan.flow.field;

import io.portolan.flow.UnreadableFlowException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record of a source, by the fields of its table. What the table does not know is kept as an
 * attribute. One serves many records, one after the other.
 */
public final class SourceRecord implements FieldSink {
    /** Stands for a number that the record does not have. */
    public static final long ABSENT = Long.MIN_VALUE;

    private final FieldTable table;
    private final long[] numbers;
    private final String[] texts;
    private final List<String> attributes = new ArrayList<>();
    private final FieldOrder order = new FieldOrder();
    private final Deque<FieldScope> around = new ArrayDeque<>();
    private FieldScope scope;

    public SourceRecord(FieldTable table) {
        this.table = table;
        this.numbers = new long[table.fields().size()];
        this.texts = new String[table.fields().size()];
        this.scope = table.root();
        clear();
    }

    /** Forgets the record before. */
    public void clear() {
        Arrays.fill(numbers, ABSENT);
        Arrays.fill(texts, "");
        attributes.clear();
        around.clear();
        order.rewind();
        scope = table.root();
    }

    @Override
    public void text(String name, String value) throws UnreadableFlowException {
        SourceField field = order.next(scope, name);
        if (field == null) {
            keepUnknown(name, value);
        } else {
            put(field, value);
        }
    }

    @Override
    public void number(String name, long value) throws UnreadableFlowException {
        SourceField field = order.next(scope, name);
        if (field == null) {
            if ((value != 0 || table.keepsEmpty()) && !scope.ignores(name)) {
                attribute(scope.pathOf(name), Long.toString(value));
            }
        } else if (field.kind().isText()) {
            put(field, Long.toString(value));
        } else {
            boolean known = putNumber(field, field.kind().read(field.name(), value));
            if (known && field.isKept()) {
                attribute(field.name(), Long.toString(value));
            }
        }
    }

    @Override
    public void list(String name, String values) throws UnreadableFlowException {
        SourceField field = order.next(scope, name);
        if (field == null) {
            keepUnknown(name, values);
        } else if (field.kind() == ValueKind.LIST) {
            put(field, values);
        } else {
            throw UnreadableFlowException.field(name, '[' + values + ']', "a list and not one value");
        }
    }

    @Override
    public boolean enter(String name) {
        FieldScope object = scope.object(name);
        if (object == null) {
            return false;
        }
        around.push(scope);
        scope = object;
        return true;
    }

    @Override
    public void leave() {
        scope = around.pop();
    }

    /** Puts the value of a field; text that is empty is as good as absent. */
    public void put(SourceField field, String value) throws UnreadableFlowException {
        if (table.isAbsent(value)) {
            return;
        }
        boolean known = true;
        String kept = value;
        if (field.kind().isText()) {
            texts[field.slot()] = value;
        } else {
            long number = field.kind().read(field.name(), value);
            known = putNumber(field, number);
            kept = field.kind() == ValueKind.COUNT ? Long.toString(number) : value;
        }
        if (known && field.isKept()) {
            attribute(field.name(), kept);
        }
    }

    /** Puts a value whose field the table does not have, or null for such a field. */
    public void put(@Nullable SourceField field, String name, String value) throws UnreadableFlowException {
        if (field == null) {
            keepUnknown(name, value);
        } else {
            put(field, value);
        }
    }

    /** Puts a number that was concluded from other fields, a time or duration in microseconds. */
    public void conclude(SourceField field, long value) {
        numbers[field.slot()] = value;
    }

    /** Keeps a value under a name of the source's. */
    public void attribute(String name, String value) {
        attributes.add(name);
        attributes.add(value);
    }

    /** The text of a field; empty if the record does not have it. */
    public String text(SourceField field) {
        return texts[field.slot()];
    }

    /** The number of a field, a time or duration in microseconds; {@link #ABSENT} if the record does not have it. */
    public long number(SourceField field) {
        return numbers[field.slot()];
    }

    /** Whether the record has the field. */
    public boolean has(SourceField field) {
        return numbers[field.slot()] != ABSENT || !texts[field.slot()].isEmpty();
    }

    List<String> attributes() {
        return attributes;
    }

    /** Whether the number says something. */
    private boolean putNumber(SourceField field, long value) {
        boolean known = value != 0 || !field.zeroIsAbsent();
        if (known) {
            numbers[field.slot()] = value;
        }
        return known;
    }

    private void keepUnknown(String name, String value) {
        if (!table.isAbsent(value) && (table.keepsEmpty() || !isEmpty(value)) && !scope.ignores(name)) {
            attribute(scope.pathOf(name), value);
        }
    }

    /** Whether a value is zero in one of its spellings, addresses and prefixes of zeros included. */
    private static boolean isEmpty(String value) {
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '0', '.', ':', '/', ',' -> {}
                default -> {
                    return value.equals("false");
                }
            }
        }
        return true;
    }
}
