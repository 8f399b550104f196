package io.portolan.app.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces a file in one step: whoever reads it, and whatever fails, there is the old one or the new one, whole. */
final class ReplacedFile {
    private ReplacedFile() {}

    /** @throws IOException if it cannot be written, which leaves the old one as it was; names the file and the cause */
    static void write(Path file, byte[] content) throws IOException {
        try {
            // Of a symbolic link its target is replaced, and not the link.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                writeThrough(part, content);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new IOException(file + " cannot be written: " + reason(e), e);
        }
    }

    /** Down to the disk: a name that outlives a power cut must not outlive its content. */
    private static void writeThrough(Path part, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** The messages of these are the name of the file and little else. */
    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (failure instanceof AccessDeniedException) {
            return "its folder may not be written to";
        }
        boolean hasReason = failure instanceof FileSystemException fault && fault.getReason() != null;
        return hasReason ? ((FileSystemException) failure).getReason() : String.valueOf(failure.getMessage());
    }
}
