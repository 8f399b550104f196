package io.portolan.app.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that answer a question; they lie in the workspace, and can be gone through more than once. */
public final class Answer {
    private final Workspace workspace;
    private final String table;

    Answer(Workspace workspace, String table) {
        this.workspace = workspace;
        this.table = table;
    }

    /** Takes rows, one after the other. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Takes the values of a row in the order of the columns, as JDBC has them.
         *
         * @throws IOException if what is made of them cannot be written
         */
        void take(List<@Nullable Object> row) throws IOException, SQLException;
    }

    /** The names of the columns, all different. */
    public List<String> columns() throws SQLException {
        try (java.sql.Statement query = workspace.database().createStatement();
                ResultSet none = query.executeQuery("from " + table + " limit 0")) {
            ResultSetMetaData about = none.getMetaData();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                names.add(about.getColumnName(column));
            }
            return names;
        }
    }

    /** Hands over all rows in their order. */
    public void read(Rows rows) throws IOException, SQLException {
        try (java.sql.Statement query = workspace.database().createStatement();
                ResultSet result = query.executeQuery("from " + table)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getObject(column));
                }
                rows.take(row);
            }
        }
    }

    /**
     * Writes all rows to a file that the question was told of.
     *
     * @return how many there are
     */
    public long writeParquet(Path file) throws SQLException {
        // DuckDB's own temporary file would have a name that it may not write to.
        try (java.sql.Statement copy = workspace.database().createStatement()) {
            return copy.executeUpdate("copy " + table + " to " + Workspace.text(file.toString())
                    + " (format parquet, compression zstd, use_tmp_file false)");
        }
    }
}
