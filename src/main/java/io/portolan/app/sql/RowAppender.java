package io.portolan.app.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Appends values to a row that is begun, each by its type. */
final class RowAppender {
    private final DuckDBAppender rows;

    RowAppender(DuckDBAppender rows) {
        this.rows = rows;
    }

    /** The fields of a record, as columns or as parts of a struct. */
    void fields(Schema record, List<@Nullable Object> values) throws SQLException {
        for (Schema.Field field : record.getFields()) {
            value(Columns.present(field.schema()), values.get(field.pos()));
        }
    }

    /** A row without a record. */
    void noFields(Schema record) throws SQLException {
        for (Schema.Field unused : record.getFields()) {
            rows.appendNull();
        }
    }

    private void value(Schema type, @Nullable Object value) throws SQLException {
        if (value == null) {
            rows.appendNull();
            return;
        }
        switch (type.getType()) {
            case BOOLEAN -> rows.append((boolean) value);
            case INT -> rows.append((int) value);
            case LONG -> number(type, (long) value);
            case FLOAT -> rows.append((float) value);
            case DOUBLE -> rows.append((double) value);
            case BYTES, FIXED -> rows.append((byte[]) value);
            case ARRAY -> rows.append((List<?>) value);
            case MAP -> rows.append((Map<?, ?>) value);
            case RECORD -> struct(type, value);
            default -> rows.append((String) value);
        }
    }

    private void number(Schema type, long value) throws SQLException {
        if (Columns.isTime(type)) {
            rows.appendEpochMicros(value);
        } else {
            rows.append(value);
        }
    }

    @SuppressWarnings("unchecked") // what a record becomes in CellValue
    private void struct(Schema type, Object value) throws SQLException {
        rows.beginStruct();
        fields(type, (List<@Nullable Object>) value);
        rows.endStruct();
    }
}
