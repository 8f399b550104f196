package io.portolan.flow.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Records that are compressed. */
final class Gzip {
    private Gzip() {}

    static byte[] compressed(byte[] contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(contents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** How many bytes a record holds, decompressed as far as it is compressed and sound. */
    static int sizeOf(byte[] record) {
        int size = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(record))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
            }
        } catch (IOException e) {
            return Math.max(size, record.length);
        }
        return Math.max(size, record.length);
    }
}
