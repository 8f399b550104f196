package io.portolan.judge.sigma;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YAML value, with the line that it begins in. */
public sealed interface Yaml {
    /** Line of the value, from 1. */
    int line();

    /** What a scalar is without quotes. */
    enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** A single value; the text is as it stands in the file. */
    record Scalar(int line, Type type, String text) implements Yaml {}

    /** A list. */
    record Sequence(int line, List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements Yaml {
        /** The value of a key. */
        public Optional<Yaml> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }

    /** A key with its value; the line is the key's. */
    record Entry(int line, String key, Yaml value) {}

    /** Whether it is there and says nothing. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.type == Type.NULL;
    }

    /** What it is, for messages. */
    default String what() {
        if (this instanceof Scalar scalar) {
            return scalar.type == Type.NULL ? "empty" : "\"" + scalar.text + "\"";
        }
        return this instanceof Sequence ? "a list" : "a map";
    }
}
