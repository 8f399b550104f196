package io.portolan.app.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.registry.RegistryDiff;
import io.portolan.schema.PortAssignment;
import java.util.List;
import org.apache.avro.Schema;

/** A difference between registries for programs: one JSON object, entries with the field names of their schema. */
public final class DiffJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DiffJson() {}

    /**
     * The object: {@code before} and {@code after} with name, version and number of entries, then {@code added}, {@code
     * changed} (each with {@code before} and {@code after}) and {@code removed}.
     */
    public static String of(LoadedRegistry before, LoadedRegistry after, RegistryDiff diff) {
        ObjectNode object = JSON.createObjectNode();
        object.set("before", source(before));
        object.set("after", source(after));
        ArrayNode added = object.putArray("added");
        diff.added().forEach(entry -> added.add(entry(entry)));
        ArrayNode changed = object.putArray("changed");
        diff.changed()
                .forEach(change -> changed.addObject()
                        .<ObjectNode>set("before", entry(change.before()))
                        .set("after", entry(change.after())));
        ArrayNode removed = object.putArray("removed");
        diff.removed().forEach(entry -> removed.add(entry(entry)));
        return object.toString();
    }

    private static ObjectNode source(LoadedRegistry source) {
        return JSON.createObjectNode()
                .put("name", source.name())
                .put("version", source.registry().version())
                .put("entries", source.registry().entries().size());
    }

    private static ObjectNode entry(PortAssignment entry) {
        ObjectNode object = JSON.createObjectNode();
        for (Schema.Field field : entry.getSchema().getFields()) {
            Object value = entry.get(field.pos());
            if (value instanceof List<?> || value instanceof Integer || value == null) {
                object.set(field.name(), JSON.valueToTree(value));
            } else {
                object.put(field.name(), value.toString());
            }
        }
        return object;
    }
}
