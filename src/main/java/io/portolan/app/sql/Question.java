package io.portolan.app.sql;

import io.portolan.app.cluster.Bounds;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** A statement over the topics: its tables are found, read and asked, one step after the other. */
public final class Question implements AutoCloseable {
    private static final String ANSWER = "answer";

    private final Workspace workspace;
    private final Statement statement;
    private final List<TopicTable> tables;

    private Question(Workspace workspace, Statement statement, List<TopicTable> tables) {
        this.workspace = workspace;
        this.statement = statement;
        this.tables = tables;
    }

    /**
     * Checks a statement and finds the tables that it names. No topic is touched.
     *
     * @param text one statement that reads
     * @param memory that DuckDB may use, for example 2GB or 50%
     * @param files that the answer may be written to
     * @throws InvalidSqlException if it is no such statement, or names what there is not
     */
    public static Question ask(String text, String memory, List<Path> files) throws IOException, SQLException {
        Workspace workspace = Workspace.open(memory, files);
        try {
            Statement statement = Statement.parse(workspace.database(), text);
            return new Question(workspace, statement, bind(workspace, statement));
        } catch (SQLException | RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /** The tables whose topics have to be read. */
    public List<TopicTable> tables() {
        return statement.form() == Statement.Form.SELECT ? tables : List.of();
    }

    /**
     * Reads the topics of the tables, committed records only.
     *
     * @param bounds of each table
     * @throws KafkaException if a topic is missing, or the cluster or the schema registry does not answer
     */
    public void load(PortolanConfig config, Function<TopicTable, Bounds> bounds, LoadWatch watch) throws SQLException {
        var avro = config.avro().specific();
        for (TopicTable table : tables()) {
            String topic = table.topic().apply(config.topics()).name();
            try (TableLoad load = new TableLoad(workspace, table, avro)) {
                CommittedTopic.read(
                        config,
                        topic,
                        bounds.apply(table),
                        load::take,
                        (done, total) -> watch.passed(table, load.records(), done, total));
                load.finish();
                watch.loaded(table, topic, load.records(), load.unreadable());
            }
        }
    }

    /**
     * Runs the statement.
     *
     * @throws InvalidSqlException if it fails on what the tables hold
     */
    public Answer answer() throws SQLException {
        String prefix = "create temp table " + ANSWER + " as\n";
        try {
            workspace.run(prefix + selection());
        } catch (SQLException e) {
            SqlFault fault = SqlFault.of(e);
            throw new SqlFault(fault.message(), fault.position() - prefix.length(), Optional.empty())
                    .in(statement.text());
        }
        return new Answer(workspace, "temp." + ANSWER);
    }

    /** Takes away what was written to disk, also while the statement runs in another thread. */
    public void abandon() {
        workspace.deleteSpill();
    }

    @Override
    public void close() {
        workspace.close();
    }

    /** What only describes is no statement that a table can be made of, but can be read from. */
    private String selection() {
        String described = "from (" + statement.text().strip().replaceFirst(";$", "") + "\n)";
        return switch (statement.form()) {
            case SELECT -> statement.text();
            case DESCRIBE -> described;
            case SHOW -> described + " where name <> '" + ANSWER + "'";
        };
    }

    /** DuckDB says which table it misses, one at a time; a name of the statement's own is none of those. */
    private static List<TopicTable> bind(Workspace workspace, Statement statement) throws SQLException {
        List<TopicTable> tables = new ArrayList<>();
        if (statement.form() == Statement.Form.SHOW) {
            tables.addAll(TopicTable.all());
            for (TopicTable table : tables) {
                workspace.run(TableLoad.create(table.name(), table));
            }
        }
        for (Optional<SqlFault> fault = fault(workspace, statement); fault.isPresent(); ) {
            TopicTable table = missing(fault.get()).orElseThrow(unknown(fault.get(), statement));
            if (tables.contains(table)) {
                throw fault.get().in(statement.text());
            }
            workspace.run(TableLoad.create(table.name(), table));
            tables.add(table);
            fault = fault(workspace, statement);
        }
        return tables;
    }

    private static Optional<SqlFault> fault(Workspace workspace, Statement statement) {
        try {
            workspace.database().prepareStatement(statement.text()).close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(SqlFault.of(e));
        }
    }

    private static Optional<TopicTable> missing(SqlFault fault) {
        return fault.missing().filter(SqlFault.Missing::isTable).flatMap(missing -> TopicTable.named(missing.name()));
    }

    private static Supplier<InvalidSqlException> unknown(SqlFault fault, Statement statement) {
        return () -> fault.missing()
                .filter(SqlFault.Missing::isTable)
                .map(missing -> new SqlFault(UnknownTable.message(missing.name()), fault.position(), Optional.empty()))
                .orElse(fault)
                .in(statement.text());
    }
}
