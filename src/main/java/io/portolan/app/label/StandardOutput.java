package io.portolan.app.label;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Standard output that reports when it cannot be written, which a {@link PrintWriter} keeps to itself. */
public final class StandardOutput extends Writer {
    private static final int BUFFER = 1 << 16;

    private final PrintWriter out;

    private StandardOutput(PrintWriter out) {
        this.out = out;
    }

    /** A buffered writer to it; its failures are {@link OutputException}s. */
    public static Writer buffered(PrintWriter out) {
        return new BufferedWriter(new StandardOutput(out), BUFFER);
    }

    @Override
    public void write(char[] text, int offset, int length) throws OutputException {
        out.write(text, offset, length);
        flush();
    }

    @Override
    public void flush() throws OutputException {
        // The writer may stand before System.out, which keeps its failures to itself in turn.
        if (out.checkError() || System.out.checkError()) {
            throw new OutputException(cause());
        }
    }

    @Override
    public void close() throws OutputException {
        flush();
    }

    /** What failed, by trying once more at the descriptor, where the cause is told. */
    private static String cause() {
        // Closing this stream would close standard output for the whole process.
        FileOutputStream descriptor = new FileOutputStream(FileDescriptor.out);
        try {
            descriptor.write('\n');
            return "unknown cause";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
