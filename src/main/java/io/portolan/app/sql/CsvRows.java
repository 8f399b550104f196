package io.portolan.app.sql;

import io.portolan.app.terminal.SpreadsheetText;
import java.io.IOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180) with a header; NULL is an empty cell, and no text is a formula to a spreadsheet. */
public final class CsvRows implements AnswerForm {
    @Override
    public long print(Answer answer, Writer out) throws IOException, SQLException {
        List<String> header =
                answer.columns().stream().map(SpreadsheetText::cell).toList();
        CSVFormat.RFC4180.printRecord(out, header.toArray());
        AtomicLong rows = new AtomicLong();
        answer.read(row -> {
            List<Object> cells = new ArrayList<>(row.size());
            for (Object value : row) {
                cells.add(cell(value));
            }
            CSVFormat.RFC4180.printRecord(out, cells.toArray());
            rows.incrementAndGet();
        });
        out.flush();
        return rows.get();
    }

    private static Object cell(@Nullable Object value) throws SQLException {
        if (value == null) {
            return "";
        }
        return value instanceof Number number ? number : SpreadsheetText.cell(Cell.text(value));
    }
}
