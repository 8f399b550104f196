package io.portolan.app.log;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Compressed input that tells its end from a pause. {@link GZIPInputStream} looks for a further member only if some bytes are
 * available at once, and so would drop what comes slowly through a pipe.
 */
final class GzipMembers extends FilterInputStream {
    /** Small, so that little of the file is read ahead. */
    private static final int BUFFER = 1 << 12;

    private GzipMembers(InputStream in) {
        super(in);
    }

    /**
     * What is compressed, all members of it.
     *
     * @param in supports mark and reset
     */
    static InputStream decompressed(InputStream in) throws IOException {
        try {
            return new Content(new GzipMembers(in));
        } catch (EOFException | ZipException e) {
            throw unreadable(e);
        }
    }

    /** At least 1 unless the input has ended, for which it waits. */
    @Override
    public int available() throws IOException {
        in.mark(1);
        boolean ended = in.read() < 0;
        in.reset();
        return ended ? 0 : Math.max(1, in.available());
    }

    private static IOException unreadable(IOException cause) {
        return new IOException(
                cause instanceof EOFException
                        ? "the gzip data is cut off: it ends before its end mark"
                        : "the gzip data is damaged: " + cause.getMessage(),
                cause);
    }

    /** Says in plain words where the compressed data is at fault. */
    private static final class Content extends GZIPInputStream {
        Content(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (EOFException | ZipException e) {
                throw unreadable(e);
            }
        }
    }
}
