package io.portolan.flow.field;

import io.portolan.flow.UnreadableFlowException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a text line: their names in order, and what each of them means. */
public final class Columns {
    private static final List<FlowField> NEEDED = List.of(
            FlowField.START_TIME,
            FlowField.SRC_ADDRESS,
            FlowField.SRC_PORT,
            FlowField.DST_ADDRESS,
            FlowField.DST_PORT,
            FlowField.PROTOCOL);

    private final List<String> names;
    private final String[] nameOf;
    private final @Nullable SourceField[] fields;
    private final String origin;
    private final boolean open;

    private Columns(FieldTable table, List<String> names, String origin, boolean open) {
        this.names = List.copyOf(names);
        this.nameOf = names.toArray(String[]::new);
        this.fields = names.stream().map(table::find).toArray(SourceField[]::new);
        this.origin = origin;
        this.open = open;
    }

    /**
     * Columns of these names and no others.
     *
     * @param origin where the names come from, as in "the line has 3 columns, the header line has 14"
     */
    public static Columns of(FieldTable table, List<String> names, String origin) {
        return new Columns(table, names, origin, false);
    }

    /** As {@link #of}, of lines that may have further columns, which are passed over. */
    public static Columns atLeast(FieldTable table, List<String> names, String origin) {
        return new Columns(table, names, origin, true);
    }

    /**
     * As {@link #of}, from the configuration of an input.
     *
     * @throws IllegalArgumentException if a column is missing without which there is no flow
     */
    public static Columns configured(FieldTable table, List<String> names, String format) {
        Columns columns = new Columns(table, names, "input.<name>.fields", false);
        List<String> missing = NEEDED.stream()
                .filter(needed -> !columns.fill(needed))
                .map(needed -> table.filling(needed)[0].name())
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the columns of an input of the format " + format + " lack "
                    + String.join(", ", missing) + ", without which there is no flow; they are "
                    + String.join(" ", names));
        }
        return columns;
    }

    /** The names, in order. */
    public List<String> names() {
        return names;
    }

    int size() {
        return fields.length;
    }

    String name(int column) {
        return nameOf[column];
    }

    @Nullable
    SourceField field(int column) {
        return fields[column];
    }

    void expect(int found) throws UnreadableFlowException {
        if (found < fields.length || (found > fields.length && !open)) {
            throw new UnreadableFlowException("the line has " + found + " columns, " + origin + " has " + fields.length
                    + ": name the columns in input.<name>.fields, or put the header line before it");
        }
    }

    /** The last packet's time stands in for the first one's. */
    private boolean fill(FlowField needed) {
        return Arrays.stream(fields)
                .flatMap(field -> field == null ? Stream.empty() : Stream.of(field))
                .anyMatch(field -> field.fills().contains(needed)
                        || (needed == FlowField.START_TIME
                                && field.fills().contains(FlowField.END_TIME)
                                && !field.kind().isDuration()));
    }
}
