package io.portolan.app.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.app.json.AvroJson;
import io.portolan.registry.RegistryDiff;
import io.portolan.schema.PortAssignment;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A difference between registries for programs: one JSON object, entries with the field names of their schema. */
public final class DiffJson {
    private final JsonGenerator json;

    private DiffJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the object on a line of its own: {@code before} and {@code after} with name, version and number of entries,
     * then {@code added}, {@code changed} (each with {@code before} and {@code after}) and {@code removed}.
     */
    public static void write(LoadedRegistry before, LoadedRegistry after, RegistryDiff diff, Writer out)
            throws IOException {
        JsonGenerator json = AvroJson.generator(out);
        new DiffJson(json).write(before, after, diff);
        json.writeRaw('\n');
        json.flush();
    }

    private void write(LoadedRegistry before, LoadedRegistry after, RegistryDiff diff) throws IOException {
        json.writeStartObject();
        writeSource("before", before);
        writeSource("after", after);
        writeEntries("added", diff.added());
        json.writeArrayFieldStart("changed");
        for (RegistryDiff.Change change : diff.changed()) {
            json.writeStartObject();
            writeEntry("before", change.before());
            writeEntry("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeEntries("removed", diff.removed());
        json.writeEndObject();
    }

    private void writeSource(String field, LoadedRegistry source) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("name", source.name());
        json.writeStringField("version", source.registry().version());
        json.writeNumberField("entries", source.registry().entries().size());
        json.writeEndObject();
    }

    private void writeEntries(String field, List<PortAssignment> entries) throws IOException {
        json.writeArrayFieldStart(field);
        for (PortAssignment entry : entries) {
            AvroJson.write(json, entry);
        }
        json.writeEndArray();
    }

    private void writeEntry(String field, PortAssignment entry) throws IOException {
        json.writeFieldName(field);
        AvroJson.write(json, entry);
    }
}
