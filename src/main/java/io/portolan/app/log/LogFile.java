package io.portolan.app.log;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

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
        return isStandardInput() ? "standard input" : name;
    }

    /**
     * Says at once whether it can be opened. What is no file, such as a named pipe, is left alone: whoever writes to it
     * would take the look for its reader.
     *
     * @throws IOException if it cannot
     */
    public void check() throws IOException {
        Path path = Path.of(name);
        if (isStandardInput()) {
            return;
        }
        if (Files.isDirectory(path)) {
            throw new IOException(name + " is a folder; name the files in it");
        }
        if (Files.isRegularFile(path) || !Files.exists(path)) {
            Files.newInputStream(path).close();
        }
    }

    /**
     * Bytes of the file as it lies there, compressed if it is; nothing where the end is not known before it comes.
     *
     * @throws IOException if it cannot be asked
     */
    public OptionalLong size() throws IOException {
        boolean known = !isStandardInput() && Files.isRegularFile(Path.of(name));
        return known ? OptionalLong.of(Files.size(Path.of(name))) : OptionalLong.empty();
    }

    /** As {@link #open(Flushable, LongConsumer)}, where nobody asks how far it was read. */
    public InputStream open(Flushable output) throws IOException {
        return open(output, bytes -> {});
    }

    /**
     * Opens it; what is compressed by gzip, told from the first bytes, is decompressed.
     *
     * @param output flushed whenever reading has to wait, so that a log that is still written shows up at once
     * @param read told of all bytes that were read of the file as it lies there, part by part; at its end they come to
     *     its size
     * @throws IOException if it cannot be read
     */
    public InputStream open(Flushable output, LongConsumer read) throws IOException {
        InputStream raw = raw();
        try {
            LiveInput live = new LiveInput(new BufferedInputStream(raw, BUFFER), output);
            live.mark(2);
            boolean compressed = live.read() == GZIP_FIRST && live.read() == GZIP_SECOND;
            live.reset();
            InputStream counted = new CountedInput(live, read);
            return new SteppedInput(compressed ? GzipMembers.decompressed(counted) : counted);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** A channel asks a pipe for its place when it should say what is available, and fails. */
    private InputStream raw() throws IOException {
        if (isStandardInput()) {
            return System.in;
        }
        Path path = Path.of(name);
        boolean pipe = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
        return pipe ? new FileInputStream(name) : Files.newInputStream(path);
    }

    private boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }
}
