package io.portolan.flow;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a record of a format is told from those of other formats.
 *
 * @param json names that a JSON object of this format has and one of no other: all of one set have to be there; within
 *     an object they have its name and a dot in front
 * @param other tells a record that is no JSON
 */
public record Recognition(List<Set<String>> json, Predicate<byte[]> other) {
    public Recognition {
        json = List.copyOf(json);
    }

    /** Of a format that is JSON and nothing else. */
    public static Recognition ofJson(List<Set<String>> names) {
        return new Recognition(names, record -> false);
    }

    /** Whether an object with these names is of the format. */
    public boolean ofNames(Set<String> names) {
        return json.stream().anyMatch(names::containsAll);
    }
}
