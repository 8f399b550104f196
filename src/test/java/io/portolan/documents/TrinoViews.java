package io.portolan.documents;

import io.portolan.app.sql.TopicTable;
import io.portolan.topology.Topics;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Trino's views: the connector finds the tables by the schema registry, and has times as numbers. */
final class TrinoViews {
    private TrinoViews() {}

    static String definition(TopicTable table, Topics topics) {
        String columns = table.schema().getFields().stream()
                .map(TrinoViews::column)
                .collect(Collectors.joining(",\n  ", "  ", ""));
        String position = ",\n  _partition_id AS _partition,\n  _partition_offset AS _offset,\n  _timestamp,\n  _key";
        String source = "kafka.default.\"" + table.topic().apply(topics).name() + "\"";
        String last = table.kind() == TopicTable.Kind.UPSERT
                ? "(\n  SELECT *, _partition_id, _partition_offset, _timestamp, _key, _message_length,\n"
                        + "    row_number() OVER (PARTITION BY _partition_id, _key ORDER BY _partition_offset DESC)"
                        + " AS age\n  FROM " + source + "\n)\nWHERE age = 1 AND _message_length > 0"
                : source;
        return "CREATE OR REPLACE VIEW memory.default." + table.name() + " AS\nSELECT\n" + columns + position
                + "\nFROM " + last + ";\n";
    }

    private static String column(Schema.Field field) {
        String name = '"' + field.name() + '"';
        Schema type = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
        return type.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? "from_unixtime_nanos(" + name + " * 1000000) AS " + name
                : name;
    }
}
