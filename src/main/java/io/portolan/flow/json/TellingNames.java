package io.portolan.flow.json;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds which of some names the first object of a record has; those within an object have its name and a dot in front. */
public final class TellingNames {
    private final Level top = new Level();

    /**
     * @param names the names to look for; all others are passed over
     */
    public TellingNames(Collection<String> names) {
        names.forEach(name -> top.add(name, name));
    }

    /** The names that are there; those before the place where a record is broken. */
    public Set<String> in(byte[] record) {
        Found found = new Found(top);
        try (JsonFields objects = JsonFields.open(record)) {
            if (objects.nextObject()) {
                objects.readInto(found);
            }
        } catch (UnreadableFlowException e) {
            // What is broken may still be told by its beginning, for a message that fits.
            return found.names;
        }
        return found.names;
    }

    /** What is looked for within one object. */
    private static final class Level {
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, Level> objects = new HashMap<>();

        /** A dot may stand for itself, or for the step into an object or the objects of a list. */
        void add(String rest, String name) {
            names.put(rest, name);
            for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.', dot + 1)) {
                objects.computeIfAbsent(rest.substring(0, dot), o -> new Level())
                        .add(rest.substring(dot + 1), name);
            }
        }
    }

    private static final class Found implements FieldSink {
        private final Set<String> names = new HashSet<>();
        private final Deque<Level> around = new ArrayDeque<>();
        private Level level;

        Found(Level top) {
            this.level = top;
        }

        @Override
        public void text(String name, String value) {
            find(name);
        }

        @Override
        public void number(String name, long value) {
            find(name);
        }

        @Override
        public void list(String name, String values) {
            find(name);
        }

        @Override
        public boolean enter(String name) {
            find(name);
            Level object = level.objects.get(name);
            if (object == null) {
                return false;
            }
            around.push(level);
            level = object;
            return true;
        }

        @Override
        public boolean entersItems(String name) {
            find(name);
            return level.objects.containsKey(name);
        }

        @Override
        public void leave() {
            level = around.pop();
        }

        private void find(String name) {
            String found = level.names.get(name);
            if (found != null) {
                names.add(found);
            }
        }
    }
}
