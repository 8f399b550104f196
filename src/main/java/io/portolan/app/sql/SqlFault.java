package io.portolan.app.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What DuckDB says of a statement.
 *
 * @param message what is wrong, over one line or several
 * @param position bytes of the statement before the place; negative if there is none
 * @param missing what there is no such of, for example a table, if that is the fault
 */
record SqlFault(String message, int position, Optional<Missing> missing) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NO_ENTRY = "MISSING_ENTRY";

    /** Something that the statement names and that is not there. */
    record Missing(String kind, String name) {
        boolean isTable() {
            return kind.equals("Table");
        }
    }

    /** From an error as DuckDB writes it with {@code errors_as_json}, and as it is where it does not. */
    static SqlFault of(SQLException error) {
        String text = String.valueOf(error.getMessage());
        int start = text.indexOf('{');
        if (start < 0) {
            return new SqlFault(text, -1, Optional.empty());
        }
        try {
            return of(JSON.readTree(text.substring(start)), "exception_message");
        } catch (JsonProcessingException e) {
            return new SqlFault(text, -1, Optional.empty());
        }
    }

    /** From the fields of an error. */
    static SqlFault of(JsonNode error, String message) {
        Optional<Missing> missing = error.path("error_subtype").asText().equals(NO_ENTRY)
                ? Optional.of(new Missing(
                        error.path("type").asText(), error.path("name").asText()))
                : Optional.empty();
        return new SqlFault(error.path(message).asText(), error.path("position").asInt(-1), missing);
    }

    /** The fault as an exception that says where in the statement it is. */
    InvalidSqlException in(String statement) {
        return new InvalidSqlException(message.strip() + place(statement));
    }

    private String place(String statement) {
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        if (position < 0 || position > bytes.length) {
            return "";
        }
        String before = new String(bytes, 0, position, StandardCharsets.UTF_8);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return " (line %d, column %d)"
                .formatted(
                        before.lines().count() + (line.isEmpty() ? 1 : 0), line.codePointCount(0, line.length()) + 1);
    }
}
