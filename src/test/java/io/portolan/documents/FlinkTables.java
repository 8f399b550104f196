package io.portolan.documents;

import io.portolan.app.sql.TopicTable;
import io.portolan.topology.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Flink's definitions of the tables. The columns are exactly what Flink's Avro format makes of the schema, since the
 * schema is given as well: without it Flink would read enums as strings, which Avro does not allow.
 */
final class FlinkTables {
    private FlinkTables() {}

    static String definition(TopicTable table, Topics topics) {
        boolean upsert = table.kind() == TopicTable.Kind.UPSERT;
        List<String> columns = new ArrayList<>();
        if (upsert) {
            columns.add("`_key` STRING NOT NULL");
        }
        table.schema().getFields().forEach(field -> columns.add("`" + field.name() + "` " + type(field.schema())));
        columns.add("`_partition` INT METADATA FROM 'partition' VIRTUAL");
        columns.add("`_offset` BIGINT METADATA FROM 'offset' VIRTUAL");
        columns.add("`_timestamp` TIMESTAMP_LTZ(3) METADATA FROM 'timestamp' VIRTUAL");
        if (upsert) {
            columns.add("PRIMARY KEY (`_key`) NOT ENFORCED");
        }
        List<String> options = options(table, topics, upsert);
        return "CREATE TABLE " + table.name() + " (\n  " + String.join(",\n  ", columns) + "\n) WITH (\n  "
                + String.join(",\n  ", options) + "\n);\n";
    }

    private static List<String> options(TopicTable table, Topics topics, boolean upsert) {
        List<String> options = new ArrayList<>(List.of(
                "'connector' = '" + (upsert ? "upsert-kafka" : "kafka") + "'",
                "'topic' = '" + table.topic().apply(topics).name() + "'",
                "'properties.bootstrap.servers' = 'localhost:9092'",
                "'properties.isolation.level' = 'read_committed'"));
        options.addAll(
                upsert
                        ? List.of("'key.format' = 'raw'", "'value.fields-include' = 'EXCEPT_KEY'")
                        : List.of("'scan.startup.mode' = 'earliest-offset'"));
        options.addAll(List.of(
                "'value.format' = 'avro-confluent'",
                "'value.avro-confluent.url' = 'http://localhost:8081'",
                "'value.avro-confluent.schema' = '"
                        + PlainSchema.of(table.schema()).replace("'", "''") + "'"));
        return options;
    }

    private static String type(Schema schema) {
        if (schema.isUnion()) {
            return bare(schema.getTypes().get(1));
        }
        return bare(schema) + " NOT NULL";
    }

    private static String bare(Schema type) {
        return switch (type.getType()) {
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INT";
            case LONG -> type.getLogicalType() instanceof LogicalTypes.TimestampMillis ? "TIMESTAMP(3)" : "BIGINT";
            case STRING, ENUM -> "STRING";
            case BYTES -> "BYTES";
            case ARRAY -> "ARRAY<" + type(type.getElementType()) + ">";
            case MAP -> "MAP<STRING NOT NULL, " + type(type.getValueType()) + ">";
            case RECORD ->
                type.getFields().stream()
                        .map(field -> "`" + field.name() + "` " + type(field.schema()))
                        .collect(Collectors.joining(", ", "ROW<", ">"));
            default -> throw new IllegalArgumentException(type.toString());
        };
    }
}
