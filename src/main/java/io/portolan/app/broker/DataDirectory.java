package io.portolan.app.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds a broker's log.
 *
 * @param path an existing directory
 * @param temporary whether it goes when the broker goes
 */
record DataDirectory(Path path, boolean temporary) implements AutoCloseable {

    /**
     * The directory that the caller chose, or a new temporary one.
     *
     * @throws UncheckedIOException if it can be neither found nor made
     */
    static DataDirectory of(Optional<Path> chosen) {
        try {
            return chosen.isPresent()
                    ? new DataDirectory(Files.createDirectories(chosen.get()), false)
                    : new DataDirectory(Files.createTempDirectory("portolan-broker-"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot create the broker's data directory "
                            + chosen.map(Path::toString).orElse(""),
                    e);
        }
    }

    /**
     * Deletes a temporary directory and leaves any other.
     *
     * @throws UncheckedIOException if something in it cannot be deleted
     */
    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the broker's temporary directory " + path, e);
        }
    }

    /** Deletes bottom up, and tolerates a file that a late thread of the broker removed first. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            if (cause instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw cause;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException cause) throws IOException {
            if (cause != null) {
                throw cause;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
