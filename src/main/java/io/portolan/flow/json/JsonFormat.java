package io.portolan.flow.json;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Recognition;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceRecord;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Formats whose records are JSON objects and nothing else. */
public final class JsonFormat {
    private JsonFormat() {}

    /**
     * A format of one flow an object.
     *
     * @param table the fields of the object
     * @param reader makes what reads the values of an object, for one thread
     */
    public static FlowFormat of(
            String name, String description, FieldTable table, Supplier<FlowReader> reader, Recognition recognition) {
        Supplier<FlowParser> parser = () -> new JsonParser(new TableFields(new SourceRecord(table), reader.get()));
        return new FlowFormat(
                name, description, withoutColumns(name, parser), JsonRecords::new, table.describe(), recognition);
    }

    /** The parser of a format that has no columns, and refuses them therefore. */
    public static Function<List<String>, FlowParser> withoutColumns(String name, Supplier<FlowParser> parser) {
        return columns -> {
            if (!columns.isEmpty()) {
                throw new IllegalArgumentException("the format " + name + " has no columns to name; found " + columns);
            }
            return parser.get();
        };
    }
}
