package io.portolan.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder for records, state and logs, which goes with all that is in it.
 *
 * @param root the folder
 */
record BenchFolder(Path root) implements AutoCloseable {
    static BenchFolder create() throws IOException {
        return new BenchFolder(Files.createTempDirectory("portolan-bench-"));
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Deletes what is at a name, if there is something. */
    void delete(String name) {
        deleteAll(path(name));
    }

    /** Whoever comes second finds nothing left. */
    @Override
    public synchronized void close() {
        deleteAll(root);
    }

    private static void deleteAll(Path top) {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> found = Files.walk(top)) {
            List<Path> files = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the comparison's folder " + top + " cannot be deleted", e);
        }
    }
}
