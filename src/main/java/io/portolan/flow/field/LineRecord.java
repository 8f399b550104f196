package io.portolan.flow.field;

import io.portolan.flow.UnreadableFlowException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of a text line into a record, column by column. A value in the wrong place is the consequence of wrong
 * columns, so a wrong number of them is told first.
 */
public final class LineRecord {
    private final SourceRecord record;
    private Columns columns;
    private int column;
    private @Nullable UnreadableFlowException refusal;

    /**
     * @param record takes the values
     * @param columns of the lines, until {@link #begin} names others
     */
    public LineRecord(SourceRecord record, Columns columns) {
        this.record = record;
        this.columns = columns;
    }

    /** Begins a line; what the record had is forgotten. */
    public void begin(Columns ofTheLine) {
        columns = ofTheLine;
        column = 0;
        refusal = null;
        record.clear();
    }

    /** What the next column means; null if it has no meaning here, or if there is none. */
    public @Nullable SourceField next() {
        return column < columns.size() ? columns.field(column) : null;
    }

    /** Puts the value of the next column. */
    public void put(String value) {
        int at = column++;
        if (at >= columns.size() || refusal != null) {
            return;
        }
        try {
            record.put(columns.field(at), columns.name(at), value);
        } catch (UnreadableFlowException e) {
            refusal = e;
        }
    }

    /** Passes over the next column, whose value is absent. */
    public void skip() {
        column++;
    }

    /** How many columns came. */
    public int count() {
        return column;
    }

    /**
     * Ends the line.
     *
     * @throws UnreadableFlowException if it has another number of columns, or else if a value was refused
     */
    public void end() throws UnreadableFlowException {
        columns.expect(column);
        if (refusal != null) {
            throw refusal;
        }
    }
}
