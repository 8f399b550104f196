package io.portolan.app.sql;

import io.portolan.app.terminal.Printable;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A table for a terminal, with numbers to the right. Nothing is cut: the rows are gone through twice, first for the
 * widths of the columns.
 */
public final class TableRows implements AnswerForm {
    private static final String GAP = "  ";
    private static final String NULL = "NULL";

    @Override
    public long print(Answer answer, Writer out) throws IOException, SQLException {
        List<String> titles = answer.columns().stream().map(Printable::text).toList();
        int[] widths = titles.stream().mapToInt(TableRows::width).toArray();
        boolean[] numbers = new boolean[widths.length];
        AtomicLong rows = new AtomicLong();
        answer.read(row -> {
            measure(row, widths, numbers);
            rows.incrementAndGet();
        });
        printLine(titles, widths, numbers, out);
        printLine(rules(widths), widths, numbers, out);
        answer.read(row -> printLine(cells(row), widths, numbers, out));
        out.flush();
        return rows.get();
    }

    private static void measure(List<@Nullable Object> row, int[] widths, boolean[] numbers) throws SQLException {
        List<String> cells = cells(row);
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], width(cells.get(column)));
            numbers[column] |= row.get(column) instanceof Number;
        }
    }

    private static List<String> cells(List<@Nullable Object> row) throws SQLException {
        List<String> cells = new ArrayList<>(row.size());
        for (Object value : row) {
            cells.add(value == null ? NULL : Printable.text(Cell.text(value)));
        }
        return cells;
    }

    private static List<String> rules(int[] widths) {
        List<String> rules = new ArrayList<>(widths.length);
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        return rules;
    }

    private static void printLine(List<String> cells, int[] widths, boolean[] numbers, Writer out) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String blank = " ".repeat(widths[column] - width(cell));
            line.append(numbers[column] ? blank + cell : cell + blank).append(GAP);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
