package io.portolan.app.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** A Flink in the process that knows some tables. */
final class FlinkSql {
    private final TableEnvironment tables;

    /**
     * @param definitions statements, each with a semicolon at the end of a line
     */
    FlinkSql(String definitions) {
        tables = TableEnvironment.create(
                EnvironmentSettings.newInstance().inBatchMode().build());
        tables.getConfig().set("parallelism.default", "1");
        Arrays.stream(definitions.split(";\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(tables::executeSql);
    }

    /** The rows that a question has, as text. */
    List<String> rows(String question) throws Exception {
        List<String> rows = new ArrayList<>();
        // Its close() may be interrupted, which javac warns of in a try with resources.
        CloseableIterator<Row> result = tables.executeSql(question).collect();
        try {
            result.forEachRemaining(row -> rows.add(row.toString()));
        } finally {
            result.close();
        }
        return rows;
    }
}
