package io.portolan.app.label;

import java.io.BufferedInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log to read: a file, or standard input where the name is {@code -}. */
public final class LogFile {
    private static final String STANDARD_INPUT = "-";
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final String name;

    public LogFile(String name) {
        this.name = name;
    }

    /** What messages call it. */
    public String name() {
        return name.equals(STANDARD_INPUT) ? "standard input" : name;
    }

    /**
     * Says at once whether it can be opened.
     *
     * @throws IOException if it cannot
     */
    public void check() throws IOException {
        if (!name.equals(STANDARD_INPUT)) {
            Files.newInputStream(Path.of(name)).close();
        }
    }

    /**
     * Opens it; what is compressed by gzip, told from the first bytes, is decompressed.
     *
     * @param output flushed whenever reading has to wait, so that a log that is still written shows up at once
     * @throws IOException if it cannot be read
     */
    public InputStream open(Flushable output) throws IOException {
        InputStream raw = name.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(name));
        LiveInput in = new LiveInput(new BufferedInputStream(raw, BUFFER), output);
        in.mark(2);
        boolean compressed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return compressed ? GzipMembers.decompressed(in, BUFFER) : in;
    }
}
