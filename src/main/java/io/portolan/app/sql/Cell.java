package io.portolan.app.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** Values of a result as a reader sees them: plain ones as text, nested ones as JSON, times as ISO 8601. */
final class Cell {
    /** A byte that is no plain ASCII; written as DuckDB writes it. */
    private static final String BYTE = "\\x%02X";

    private Cell() {}

    /** The text of a value that is there. */
    static String text(Object value) throws SQLException {
        Object plain = plain(value);
        return plain instanceof Map<?, ?> || plain instanceof List<?> ? json(plain) : String.valueOf(plain);
    }

    /** A value of numbers, truths, texts, lists and maps with texts as keys. */
    static @Nullable Object plain(@Nullable Object value) throws SQLException {
        if (value instanceof Struct struct) {
            return map(((DuckDBStruct) struct).getMap());
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Array array) {
            return list((Object[]) array.getArray());
        }
        if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        }
        if (value instanceof Timestamp time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.toLocalDateTime());
        }
        if (value instanceof Blob blob) {
            return bytes(blob.getBytes(1, (int) blob.length()));
        }
        boolean kept = value == null || value instanceof Number || value instanceof Boolean;
        return kept ? value : String.valueOf(value);
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) throws SQLException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            map.put(text(entry.getKey()), plain(entry.getValue()));
        }
        return map;
    }

    private static List<@Nullable Object> list(Object[] values) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(plain(value));
        }
        return list;
    }

    private static String bytes(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            if (each >= ' ' && each <= '~' && each != '\\') {
                text.append(new String(new byte[] {each}, StandardCharsets.US_ASCII));
            } else {
                text.append(BYTE.formatted(each));
            }
        }
        return text.toString();
    }

    private static String json(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonRows.generator(text)) {
            json.writePOJO(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
