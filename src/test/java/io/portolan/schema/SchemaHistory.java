package io.portolan.schema;

import io.portolan.flow.FlowLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas that a release had, oldest first, as {@code schemas/history} keeps them. */
public final class SchemaHistory {
    static final Path SCHEMAS = Path.of("schemas");
    static final Path RELEASED = SCHEMAS.resolve("history");
    private static final String SUFFIX = ".avsc";

    private SchemaHistory() {}

    /** The names of the schemas of today, for example {@code flow-log}. */
    public static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(SchemaHistory::name)
                    .sorted()
                    .toList();
        }
    }

    /** The schema of today. */
    public static Schema current(String name) {
        return FlowLogs.schema(file(name).toString());
    }

    /** What the releases had, by the number of the first one with it. */
    public static Map<String, Schema> released(String name) throws IOException {
        Map<String, Schema> schemas = new TreeMap<>(Comparator.comparing(SchemaHistory::sortable));
        Path folder = RELEASED.resolve(name);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> schemas.put(name(file), FlowLogs.schema(file.toString())));
            }
        }
        return schemas;
    }

    /** Keeps the schema of today as that of a release, unless the last release had the same. */
    static void add(String name, String release) throws IOException {
        List<Schema> before = List.copyOf(released(name).values());
        Schema current = current(name);
        if (before.isEmpty() || !before.get(before.size() - 1).toString().equals(current.toString())) {
            Files.createDirectories(RELEASED.resolve(name));
            Files.copy(file(name), RELEASED.resolve(name).resolve(release + SUFFIX));
        }
    }

    /** Numbers as numbers: 0.10.0 is after 0.9.0. */
    private static String sortable(String release) {
        return Pattern.compile("\\d+")
                .matcher(release)
                .replaceAll(number -> "%09d".formatted(Long.parseLong(number.group())));
    }

    private static Path file(String name) {
        return SCHEMAS.resolve(name + SUFFIX);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }
}
