package io.portolan.documents;

import io.portolan.app.sql.Columns;
import io.portolan.app.sql.TopicTable;
import io.portolan.topology.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of docs/sql.md are those that a statement may name. */
class SqlDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/sql.md");

    @Test
    void everyTableIsThereWithItsColumns() {
        StringBuilder text = new StringBuilder();
        for (TopicTable table : TopicTable.all()) {
            text.append("\n### ").append(table.name()).append("\n\n").append(kind(table));
            text.append("\n\n| Column | Type | Holds |\n|---|---|---|\n");
            Columns.of(table)
                    .forEach(column -> text.append("| `")
                            .append(column.name())
                            .append("` | `")
                            .append(column.type())
                            .append("` | ")
                            .append(column.doc().replace("|", "\\|"))
                            .append(" |\n"));
        }
        Rendered.section(DOCUMENT, "tables").isEqualTo(text.append('\n').toString());
    }

    private static String kind(TopicTable table) {
        String topic = "Topic `" + table.topic().apply(Topics.bundled()).name() + "`: ";
        return topic
                + switch (table.kind()) {
                    case LOG -> "a row a record.";
                    case UPSERT -> "the last record of each key is a row; one without value ends it.";
                };
    }
}
