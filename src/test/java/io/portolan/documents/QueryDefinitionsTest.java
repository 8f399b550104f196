package io.portolan.documents;

import io.portolan.app.sql.TopicTable;
import io.portolan.topology.Topics;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The definitions of deploy/query repeat topics and schemas, and are made of them. */
class QueryDefinitionsTest {
    private static final Path FOLDER = Path.of("deploy/query");
    private static final String MADE = "-- Made of topology/topics.yaml and schemas/ by QueryDefinitionsTest;"
            + " deploy/query/README.md says how to run it.\n";

    private final Topics topics = Topics.bundled();

    @Test
    void flinkHasTheTablesOfTheTopics() {
        Rendered.file(FOLDER.resolve("flink.sql"))
                .isEqualTo(MADE
                        + TopicTable.all().stream()
                                .map(table -> "\n" + FlinkTables.definition(table, topics))
                                .collect(Collectors.joining()));
    }

    @Test
    void ksqlDbHasAStreamOrATableForEachTopic() {
        Rendered.file(FOLDER.resolve("ksqldb.sql"))
                .isEqualTo(MADE
                        + "-- The columns come from the schema registry.\n\nSET 'auto.offset.reset' = 'earliest';\n"
                        + TopicTable.all().stream().map(this::ksqlDb).collect(Collectors.joining()));
    }

    @Test
    void clickHouseKeepsTheRowsOfTheTopics() {
        Rendered.file(FOLDER.resolve("clickhouse.sql"))
                .isEqualTo(MADE
                        + TopicTable.all().stream()
                                .map(table -> "\n" + ClickHouseTables.definition(table, topics))
                                .collect(Collectors.joining()));
    }

    @Test
    void trinoSeesTheTopicsAndHasViewsWithTimes() {
        Rendered.file(FOLDER.resolve("trino/views.sql"))
                .isEqualTo(MADE
                        + TopicTable.all().stream()
                                .map(table -> "\n" + TrinoViews.definition(table, topics))
                                .collect(Collectors.joining()));
    }

    private String ksqlDb(TopicTable table) {
        boolean upsert = table.kind() == TopicTable.Kind.UPSERT;
        return "\nCREATE " + (upsert ? "TABLE " : "STREAM ") + table.name()
                + (upsert ? " (record_key VARCHAR PRIMARY KEY)" : "") + " WITH (\n  KAFKA_TOPIC = '"
                + table.topic().apply(topics).name() + "',\n"
                + "  KEY_FORMAT = '" + (upsert ? "KAFKA" : "NONE") + "',\n  VALUE_FORMAT = 'AVRO'\n);\n";
    }
}
