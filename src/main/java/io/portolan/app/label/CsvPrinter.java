package io.portolan.app.label;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.app.json.AvroJson;
import io.portolan.app.terminal.SpreadsheetText;
import io.portolan.schema.EnrichedFlow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) with a header; the fields of the labels are flat, such as {@code src.service}. Text that a spreadsheet
 * would take for a formula gets an apostrophe in front; control characters become question marks.
 */
final class CsvPrinter implements FlowPrinter {
    private final Writer out;
    private final List<Object> row = new ArrayList<>();

    CsvPrinter(Writer out) throws IOException {
        this.out = out;
        CSVFormat.RFC4180.printRecord(
                out, columns("", EnrichedFlow.getClassSchema()).toArray());
    }

    @Override
    public void print(GenericRecord flow) throws IOException {
        row.clear();
        addCells(flow);
        CSVFormat.RFC4180.printRecord(out, row.toArray());
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private static List<String> columns(String prefix, Schema schema) {
        List<String> columns = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (field.schema().getType() == Schema.Type.RECORD) {
                columns.addAll(columns(field.name() + ".", field.schema()));
            } else {
                columns.add(prefix + field.name());
            }
        }
        return columns;
    }

    private void addCells(IndexedRecord values) throws IOException {
        for (Schema.Field field : values.getSchema().getFields()) {
            Object value = values.get(field.pos());
            if (value instanceof IndexedRecord nested) {
                addCells(nested);
            } else {
                row.add(cell(field.schema(), value));
            }
        }
    }

    private static Object cell(Schema type, @Nullable Object value) throws IOException {
        if (value == null) {
            return "";
        }
        if (value instanceof Number number) {
            return AvroJson.isTime(type) ? AvroJson.time(number.longValue()) : number;
        }
        if (value instanceof Collection<?> items) {
            return SpreadsheetText.cell(items.stream().map(Object::toString).collect(Collectors.joining(" ")));
        }
        return value instanceof Map<?, ?> map ? json(map) : SpreadsheetText.cell(value.toString());
    }

    private static String json(Map<?, ?> map) throws IOException {
        if (map.isEmpty()) {
            return "";
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = AvroJson.generator(text)) {
            AvroJson.write(json, map);
        }
        return text.toString();
    }
}
