package io.portolan.documents;

import io.portolan.app.sql.TopicTable;
import io.portolan.topology.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** ClickHouse's: a queue that reads the topic, a table that keeps the rows, and a view that moves them. */
final class ClickHouseTables {
    private ClickHouseTables() {}

    static String definition(TopicTable table, Topics topics) {
        boolean upsert = table.kind() == TopicTable.Kind.UPSERT;
        String columns = fields(table.schema()).stream()
                .map(field -> "  `" + field.name() + "` " + type(field.schema()))
                .collect(Collectors.joining(",\n"));
        String left = table.schema().getFields().stream()
                .filter(field -> !fields(table.schema()).contains(field))
                .map(field -> "-- Without " + field.name() + ": ClickHouse has no Tuple that may be NULL.\n")
                .collect(Collectors.joining());
        return """
                %sCREATE TABLE %s_queue (
                %s
                ) ENGINE = Kafka
                SETTINGS
                  kafka_broker_list = 'localhost:9092',
                  kafka_topic_list = '%s',
                  kafka_group_name = 'clickhouse-%s',
                  kafka_format = 'AvroConfluent',
                  format_avro_schema_registry_url = 'http://localhost:8081';

                CREATE TABLE %s (
                %s,
                  `_partition` UInt64,
                  `_offset` UInt64,
                  `_timestamp` Nullable(DateTime('UTC')),
                  `_key` String
                ) ENGINE = %s
                ORDER BY (%s);

                CREATE MATERIALIZED VIEW %s_reader TO %s AS
                SELECT *, _partition, _offset, _timestamp, _key FROM %s_queue;
                """.formatted(
                        left,
                        table.name(),
                        columns,
                        table.topic().apply(topics).name(),
                        table.name(),
                        table.name(),
                        columns,
                        upsert ? "ReplacingMergeTree(_offset)" : "MergeTree",
                        upsert ? "_key" : "_partition, _offset",
                        table.name(),
                        table.name(),
                        table.name());
    }

    private static List<Schema.Field> fields(Schema record) {
        return record.getFields().stream()
                .filter(field -> !field.schema().isUnion()
                        || field.schema().getTypes().get(1).getType() != Schema.Type.RECORD)
                .toList();
    }

    private static String type(Schema schema) {
        return schema.isUnion() ? "Nullable(" + bare(schema.getTypes().get(1)) + ")" : bare(schema);
    }

    private static String bare(Schema type) {
        return switch (type.getType()) {
            case BOOLEAN -> "Bool";
            case INT -> "Int32";
            case LONG ->
                type.getLogicalType() instanceof LogicalTypes.TimestampMillis ? "DateTime64(3, 'UTC')" : "Int64";
            case STRING, ENUM, BYTES -> "String";
            case ARRAY -> "Array(" + type(type.getElementType()) + ")";
            case MAP -> "Map(String, " + type(type.getValueType()) + ")";
            case RECORD ->
                type.getFields().stream()
                        .map(field -> "`" + field.name() + "` " + type(field.schema()))
                        .collect(Collectors.joining(", ", "Tuple(", ")"));
            default -> throw new IllegalArgumentException(type.toString());
        };
    }
}
