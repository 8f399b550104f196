package io.portolan.app.label;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Compressed input that tells its end from a pause. {@link GZIPInputStream} looks for a further member only if some bytes are
 * available at once, and so would drop what comes slowly through a pipe.
 */
final class GzipMembers extends FilterInputStream {
    private GzipMembers(InputStream in) {
        super(in);
    }

    /**
     * What is compressed, all members of it.
     *
     * @param in supports mark and reset
     */
    static InputStream decompressed(InputStream in, int buffer) throws IOException {
        return new GZIPInputStream(new GzipMembers(in), buffer);
    }

    /** At least 1 unless the input has ended, for which it waits. */
    @Override
    public int available() throws IOException {
        in.mark(1);
        boolean ended = in.read() < 0;
        in.reset();
        return ended ? 0 : Math.max(1, in.available());
    }
}
