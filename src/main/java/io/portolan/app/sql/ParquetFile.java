package io.portolan.app.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.UUID;

/** A Parquet file that an answer is written to: in a part beside it, which takes its place when it is whole. */
public final class ParquetFile {
    private final Path target;
    private final Path part;

    private ParquetFile(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /**
     * The file, whether there is one or not.
     *
     * @throws IOException if it is a folder or its folder cannot be written to
     */
    public static ParquetFile replacing(Path file) throws IOException {
        // Of a symbolic link its target is replaced, and not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(file + " is a folder; give the name of a file in it");
        }
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(file + " cannot be written: its folder does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException(file + " cannot be written: its folder may not be written to");
        }
        return new ParquetFile(target, target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID()));
    }

    /** The file that is written first. */
    public Path part() {
        return part;
    }

    /**
     * Writes the answer.
     *
     * @return how many rows it has
     */
    public long write(Answer answer) throws IOException, SQLException {
        try {
            long rows = answer.writeParquet(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Takes away what was begun. */
    public void abandon() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
