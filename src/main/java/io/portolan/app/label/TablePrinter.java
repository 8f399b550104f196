package io.portolan.app.label;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;

/** A table for a terminal: columns of fixed width, so that the first line stands before the last flow is read. */
final class TablePrinter implements FlowPrinter {
    private static final String GAP = "  ";
    private static final TableColumn[] COLUMNS = TableColumn.values();

    private final Writer out;

    TablePrinter(Writer out) throws IOException {
        this.out = out;
        printLine(TableColumn::title);
    }

    @Override
    public void print(GenericRecord flow) throws IOException {
        printLine(column -> column.of(flow));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void printLine(Function<TableColumn, String> cell) throws IOException {
        StringBuilder line = new StringBuilder();
        for (TableColumn column : COLUMNS) {
            String text = cell.apply(column);
            line.append(text).append(" ".repeat(column.width() - text.length())).append(GAP);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
