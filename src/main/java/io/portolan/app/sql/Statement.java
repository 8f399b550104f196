package io.portolan.app.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * One statement that only reads.
 *
 * @param text as the user wrote it
 * @param form what it asks for
 */
record Statement(String text, Form form) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a statement asks for. */
    enum Form {
        /** Rows made of the rows of tables. */
        SELECT,
        /** The columns of a table, which no record is needed for. */
        DESCRIBE,
        /** The tables. */
        SHOW
    }

    /**
     * Reads a statement by DuckDB's own parser.
     *
     * @throws InvalidSqlException if it is not SQL, does more than read, or is not one statement
     */
    static Statement parse(DuckDBConnection database, String text) throws SQLException {
        JsonNode parsed = parsed(database, text);
        if (parsed.path("error").asBoolean()) {
            throw parsed.path("error_type").asText().equals("parser")
                    ? SqlFault.of(parsed, "error_message").in(text)
                    : new InvalidSqlException("only statements that read are run: SELECT, FROM, VALUES, DESCRIBE,"
                            + " SUMMARIZE or SHOW TABLES");
        }
        JsonNode statements = parsed.path("statements");
        if (statements.size() != 1) {
            throw new InvalidSqlException(
                    statements.isEmpty()
                            ? "there is no statement; for example: select service, count(*) from flows group by 1"
                            : "there are " + statements.size() + " statements; give one");
        }
        return new Statement(text, form(statements.get(0).path("node").path("from_table")));
    }

    private static JsonNode parsed(DuckDBConnection database, String text) throws SQLException {
        try (PreparedStatement parse = database.prepareStatement("select json_serialize_sql(?)::varchar")) {
            parse.setString(1, text);
            try (ResultSet result = parse.executeQuery()) {
                result.next();
                return JSON.readTree(result.getString(1));
            }
        } catch (JsonProcessingException e) {
            throw new SQLException("DuckDB's parser answered what is no JSON", e);
        }
    }

    private static Form form(JsonNode from) {
        return switch (from.path("show_type").asText()) {
            case "DESCRIBE" -> Form.DESCRIBE;
            case "SHOW_SPECIAL", "SHOW_UNSPECIFIED", "SHOW_FROM" -> Form.SHOW;
            default -> Form.SELECT;
        };
    }
}
