package io.portolan.app.sql;

import io.portolan.wire.RegistryFault;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Takes the records of a topic into its table. Only the last record of a key counts in a table of the upsert kind. */
final class TableLoad implements AutoCloseable {
    private static final String STAGING = "staging";

    private final Workspace workspace;
    private final TopicTable table;
    private final Deserializer<Object> avro;
    private final DuckDBAppender rows;
    private final RowAppender values;
    private final Unreadable unreadable = new Unreadable();
    private long records;

    /** Begins with the table as it was created. */
    TableLoad(Workspace workspace, TopicTable table, Deserializer<Object> avro) throws SQLException {
        this.workspace = workspace;
        this.table = table;
        this.avro = avro;
        if (table.kind() == TopicTable.Kind.UPSERT) {
            workspace.run(create(STAGING, table));
        }
        this.rows =
                workspace.database().createAppender(table.kind() == TopicTable.Kind.UPSERT ? STAGING : table.name());
        this.values = new RowAppender(rows);
    }

    /** The statement that makes an empty table of this kind. */
    static String create(String name, TopicTable table) {
        return Columns.of(table).stream()
                .map(Columns.Column::definition)
                .collect(Collectors.joining(", ", "create table " + Columns.quoted(name) + " (", ")"));
    }

    /**
     * Takes a record; one that cannot be read is counted.
     *
     * @throws KafkaException if the schema registry does not answer or refuses
     */
    void take(ConsumerRecord<byte[], byte[]> record) {
        records++;
        try {
            List<@Nullable Object> row = row(record);
            if (row != null || table.kind() == TopicTable.Kind.UPSERT) {
                append(row, record);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a row of " + table.name() + " cannot be loaded: " + e.getMessage(), e);
        } catch (KafkaException | ArithmeticException e) {
            if (RegistryFault.isBehind(e)) {
                throw e;
            }
            unreadable.add(record, e);
        }
    }

    long records() {
        return records;
    }

    Unreadable unreadable() {
        return unreadable;
    }

    /** All is read: the table has its rows. */
    void finish() throws SQLException {
        rows.flush();
        if (table.kind() == TopicTable.Kind.UPSERT) {
            workspace.run("insert into " + Columns.quoted(table.name()) + " select * from (select * from " + STAGING
                    + " qualify row_number() over (partition by _partition, _key order by _offset desc) = 1) where "
                    + isThere());
            rows.close();
            workspace.run("drop table " + STAGING);
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    /** A record without value left all its columns empty, of which the first is required otherwise. */
    private String isThere() {
        return Columns.quoted(table.schema().getFields().get(0).name()) + " is not null";
    }

    private @Nullable List<@Nullable Object> row(ConsumerRecord<byte[], byte[]> record) {
        Object value = avro.deserialize(record.topic(), record.value());
        if (value == null) {
            if (table.kind() == TopicTable.Kind.LOG) {
                throw new SerializationException("it has no value");
            }
            return null;
        }
        if (value instanceof IndexedRecord read
                && read.getSchema().getFullName().equals(table.schema().getFullName())) {
            return CellValue.row(read);
        }
        throw new SerializationException("it is no " + table.schema().getName());
    }

    private void append(@Nullable List<@Nullable Object> row, ConsumerRecord<byte[], byte[]> record)
            throws SQLException {
        rows.beginRow();
        if (row == null) {
            values.noFields(table.schema());
        } else {
            values.fields(table.schema(), row);
        }
        rows.append(record.partition()).append(record.offset());
        rows.appendEpochMicros(record.timestamp() * 1_000).append(record.key());
        rows.endRow();
    }
}
