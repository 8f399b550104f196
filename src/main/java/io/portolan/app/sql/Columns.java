package io.portolan.app.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** The columns of a table: one a field of the schema, and behind them where in Kafka the record is. */
public final class Columns {
    /** Of the record's position: partition, offset, the time that Kafka has of it, and its key. */
    static final List<Column> POSITION = List.of(
            new Column("_partition", "INTEGER", "Partition of the record."),
            new Column("_offset", "BIGINT", "Offset of the record in its partition."),
            new Column("_timestamp", "TIMESTAMP WITH TIME ZONE", "Time that Kafka has of the record."),
            new Column("_key", "BLOB", "Key of the record, as it is; NULL if it has none."));

    private Columns() {}

    /**
     * A column.
     *
     * @param name of the column
     * @param type DuckDB's type
     * @param doc what it holds
     */
    public record Column(String name, String type, String doc) {
        String definition() {
            return quoted(name) + ' ' + type;
        }
    }

    /** Those of a table, in their order. */
    public static List<Column> of(TopicTable table) {
        List<Column> columns = new ArrayList<>();
        for (Schema.Field field : table.schema().getFields()) {
            columns.add(new Column(field.name(), type(field.schema()), field.doc()));
        }
        columns.addAll(POSITION);
        return columns;
    }

    /** A name as SQL takes it whatever it is. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The type of an optional field: every column may be NULL. */
    static Schema present(Schema type) {
        return type.isUnion()
                ? type.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : type;
    }

    static boolean isTime(Schema type) {
        return type.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    private static String type(Schema schema) {
        Schema type = present(schema);
        return switch (type.getType()) {
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INTEGER";
            case LONG -> isTime(type) ? "TIMESTAMP WITH TIME ZONE" : "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BYTES, FIXED -> "BLOB";
            case ENUM -> "ENUM(" + symbols(type) + ")";
            case ARRAY -> type(type.getElementType()) + "[]";
            case MAP -> "MAP(VARCHAR, " + type(type.getValueType()) + ")";
            case RECORD -> "STRUCT(" + fields(type) + ")";
            case NULL, UNION -> throw new IllegalArgumentException(schema + " has no type in SQL");
        };
    }

    private static String symbols(Schema type) {
        return type.getEnumSymbols().stream().map(symbol -> "'" + symbol + "'").collect(Collectors.joining(", "));
    }

    private static String fields(Schema record) {
        return record.getFields().stream()
                .map(field -> quoted(field.name()) + ' ' + type(field.schema()))
                .collect(Collectors.joining(", "));
    }
}
