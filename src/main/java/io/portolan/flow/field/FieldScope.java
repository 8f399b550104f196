package io.portolan.flow.field;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The names that count within one object of a record. */
final class FieldScope {
    private final Map<String, SourceField> fields = new HashMap<>();
    private final Map<String, FieldScope> objects = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final String path;

    /**
     * @param path the names of the objects around, each with a dot behind; empty at the top
     */
    FieldScope(String path) {
        this.path = path;
    }

    @Nullable
    SourceField field(String name) {
        return fields.get(name);
    }

    @Nullable
    FieldScope object(String name) {
        return objects.get(name);
    }

    /** The name with those of the objects around. */
    String pathOf(String name) {
        return path.isEmpty() ? name : path + name;
    }

    /** Whether a field that is not in the table is left out, and not kept as an attribute. */
    boolean ignores(String name) {
        return ignored.contains(name);
    }

    /** Puts a field here, and into the objects that its name may stand for. */
    void put(String name, SourceField field) {
        if (fields.put(name, field) != null) {
            throw new IllegalArgumentException("two fields of the name " + pathOf(name));
        }
        within(name, (object, rest) -> object.put(rest, field));
    }

    void ignore(String name) {
        ignored.add(name);
        within(name, FieldScope::ignore);
    }

    private void within(String name, BiConsumer<FieldScope, String> each) {
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            String object = name.substring(0, dot);
            each.accept(objects.computeIfAbsent(object, o -> new FieldScope(pathOf(o) + '.')), name.substring(dot + 1));
        }
    }

    /** Lets the fields of an object count as fields of this one. */
    void putTransparent(String object) {
        objects.put(object, this);
    }
}
