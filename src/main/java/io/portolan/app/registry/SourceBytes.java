package io.portolan.app.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a source, unpacked if they are gzip, within bounds: a registry has a megabyte as CSV, and four as XML. */
final class SourceBytes {
    static final int MAX_BYTES = 64 << 20;

    private SourceBytes() {}

    /** @throws IOException if the file cannot be read, or is too large; names it */
    static byte[] of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory; name the file of a registry");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return unpacked(bounded(in));
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Gzip is told from its first two bytes (RFC 1952 section 2.3.1), whatever the source is called. */
    static byte[] unpacked(byte[] bytes) throws IOException {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return bounded(in);
        }
    }

    static byte[] bounded(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        checkSize(bytes.length);
        return bytes;
    }

    static void checkSize(long bytes) throws IOException {
        if (bytes > MAX_BYTES) {
            throw new IOException("it has more than " + (MAX_BYTES >> 20) + " MiB, far more than a registry");
        }
    }
}
