package io.portolan.app.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records as JSON objects, each on a line of its own. Fields have the names of the schema; a missing value is
 * null. All that is not ASCII is escaped, so that the output survives any encoding and no control character, C1 and
 * bidirectional ones included, reaches a terminal.
 */
public final class AvroJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            // Each object ends its line itself, so that the last one does too.
            .rootValueSeparator((SerializableString) null)
            .build();

    private AvroJson() {}

    /** A generator; closing it closes the writer. */
    public static JsonGenerator generator(Writer out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** A time as ISO 8601 in UTC with milliseconds. */
    public static String time(long epochMillis) {
        return TIME.format(Instant.ofEpochMilli(epochMillis));
    }

    /** Whether a value of this type is a time in milliseconds since the epoch. */
    public static boolean isTime(Schema type) {
        return type.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    /** Writes a record as a line. */
    public static void writeLine(JsonGenerator out, IndexedRecord record) throws IOException {
        write(out, record);
        out.writeRaw('\n');
    }

    /** Writes a record as one object. */
    public static void write(JsonGenerator out, IndexedRecord record) throws IOException {
        out.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            out.writeFieldName(field.name());
            write(out, field.schema(), record.get(field.pos()));
        }
        out.writeEndObject();
    }

    /** Writes a map of strings as one object. */
    public static void write(JsonGenerator out, Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.writeStringField(entry.getKey().toString(), entry.getValue().toString());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Schema type, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            writeLong(out, type, number);
        } else if (value instanceof Instant time) {
            out.writeString(TIME.format(time));
        } else if (value instanceof IndexedRecord record) {
            write(out, record);
        } else if (value instanceof Map<?, ?> map) {
            write(out, map);
        } else if (value instanceof Collection<?> items) {
            writeArray(out, type, items);
        } else {
            out.writeString(value.toString());
        }
    }

    private static void writeLong(JsonGenerator out, Schema type, long number) throws IOException {
        if (isTime(type)) {
            out.writeString(time(number));
        } else {
            out.writeNumber(number);
        }
    }

    private static void writeArray(JsonGenerator out, Schema type, Collection<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(out, type.getElementType(), item);
        }
        out.writeEndArray();
    }
}
