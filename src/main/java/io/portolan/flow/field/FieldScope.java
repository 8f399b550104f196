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
    private final boolean folding;

    /**
     * @param path the names of the objects around, each with a dot behind; empty at the top
     * @param folding whether hyphens, underscores and upper case in names do not count
     */
    FieldScope(String path, boolean folding) {
        this.path = path;
        this.folding = folding;
    }

    @Nullable
    SourceField field(String name) {
        SourceField field = fields.get(name);
        return field == null && folding ? fields.get(folded(name)) : field;
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
        if (folding) {
            fields.put(folded(name), field);
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
            each.accept(open(object), name.substring(dot + 1));
        }
    }

    /** Lets the object of this name be entered, also where its name stands for an object within another. */
    FieldScope open(String object) {
        within(object, FieldScope::open);
        return objects.computeIfAbsent(object, name -> new FieldScope(pathOf(name) + '.', folding));
    }

    /** Lets the fields of an object count as fields of this one. */
    void putTransparent(String object) {
        objects.put(object, this);
    }

    private static String folded(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }
}
