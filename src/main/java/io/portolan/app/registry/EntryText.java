package io.portolan.app.registry;

import io.portolan.schema.PortAssignment;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.avro.Schema;

/** Registry entries and what changed in them, in words. */
final class EntryText {
    private EntryText() {}

    /** The names, or the status of a port without one; then the description where it says more. */
    static String of(PortAssignment entry) {
        List<String> names = entry.getNames();
        String what = names.isEmpty() ? entry.getStatus().name().toLowerCase(Locale.ROOT) : String.join(", ", names);
        String description =
                Objects.requireNonNullElse(entry.getDescription(), "").replaceAll("\\s+", " ");
        return description.isEmpty() || description.equalsIgnoreCase(what) ? what : what + " (" + description + ")";
    }

    /** A line for each field that differs, the version apart: {@code names: http -> http, www}. */
    static List<String> changes(PortAssignment before, PortAssignment after) {
        return PortAssignment.getClassSchema().getFields().stream()
                .filter(field -> !field.name().equals("version"))
                .filter(field -> !Objects.equals(before.get(field.pos()), after.get(field.pos())))
                .map(field -> change(field, before, after))
                .toList();
    }

    private static String change(Schema.Field field, PortAssignment before, PortAssignment after) {
        return field.name() + ": " + text(before.get(field.pos())) + " -> " + text(after.get(field.pos()));
    }

    private static String text(Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof List<?> names) {
            return names.isEmpty()
                    ? "none"
                    : String.join(", ", names.stream().map(String::valueOf).toList());
        }
        return value instanceof String text ? "\"" + text.replaceAll("\\s+", " ") + "\"" : value.toString();
    }
}
