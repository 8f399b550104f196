package io.portolan.app.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB in the process, for one question. What does not fit its memory goes to a folder of its own, which is gone
 * afterwards. A statement reaches neither files nor the network, and no extension is downloaded.
 */
final class Workspace implements AutoCloseable {
    private final DuckDBConnection database;
    private final Path spill;

    private Workspace(DuckDBConnection database, Path spill) {
        this.database = database;
        this.spill = spill;
    }

    /**
     * Opens an empty one.
     *
     * @param memory most that DuckDB may use before it writes to disk, for example 2GB or 50%
     * @param files that may be written in spite of the lock
     * @throws InvalidSqlException if that is no amount of memory
     */
    static Workspace open(String memory, List<Path> files) throws IOException, SQLException {
        Path spill = Files.createTempDirectory("portolan-sql-");
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        DuckDBConnection database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
        Workspace workspace = new Workspace(database, spill);
        try {
            workspace.setUp(memory, files);
            return workspace;
        } catch (SQLException | RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    DuckDBConnection database() {
        return database;
    }

    /** Runs a statement of our own that has no result. */
    void run(String statement) throws SQLException {
        try (java.sql.Statement run = database.createStatement()) {
            run.execute(statement);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not close", e);
        } finally {
            deleteSpill();
        }
    }

    /** Takes away what was written to disk, also under a statement that still runs. */
    void deleteSpill() {
        try (Stream<Path> files = Files.exists(spill) ? Files.walk(spill) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + spill + " cannot be deleted", e);
        }
    }

    /** The lock comes last: it holds for the settings before it as well. */
    private void setUp(String memory, List<Path> files) throws SQLException {
        try {
            run("set memory_limit = " + text(memory));
        } catch (SQLException e) {
            throw new InvalidSqlException("--memory " + memory + " is no amount of memory; for example 2GB or 50%");
        }
        run("set TimeZone = 'UTC'");
        run("set errors_as_json = true");
        run("set temp_directory = " + text(spill.toString()));
        run("set allowed_paths = "
                + files.stream().map(file -> text(file.toString())).collect(Collectors.joining(", ", "[", "]")));
        run("set enable_external_access = false");
        run("set lock_configuration = true");
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
