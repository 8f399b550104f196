package io.portolan.flow.text;

import io.portolan.flow.LogRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a text log as records: each line with the header in force before it, header lines on their own.
 *
 * <p>A line is held up to {@value #LONGEST_LINE} bytes and cut there, as no flow is that long: memory stays bounded
 * whatever the file holds.
 */
public final class LineRecords implements LogRecords {
    static final int LONGEST_LINE = 4 << 20;
    private static final int BUFFER = 1 << 16;

    /** Tells header lines from others. */
    @FunctionalInterface
    public interface HeaderRule {
        /**
         * What a line changes.
         *
         * @param inForce the header before this line; empty at the start
         * @param line without its line end
         * @return the header after this line, ending in a line feed; nothing if the line is no header
         */
        Optional<byte[]> after(byte[] inForce, byte[] line);
    }

    private final InputStream in;
    private final HeaderRule rule;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private byte[] line = new byte[1024];
    private int length;
    private byte[] header = {};
    private boolean begun;

    public LineRecords(InputStream in, HeaderRule rule) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, BUFFER);
        this.rule = rule;
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        if (!readLine()) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(line, begun ? 0 : markLength(), length);
        begun = true;
        Optional<byte[]> next = rule.after(header, text);
        if (next.isPresent()) {
            header = next.get();
            return Optional.of(text);
        }
        return Optional.of(header.length == 0 || text.length == 0 ? text : joined(header, text));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Length of the byte order mark that some tools write before UTF-8 (RFC 3629 section 6). */
    private int markLength() {
        return length >= 3 && line[0] == (byte) 0xef && line[1] == (byte) 0xbb && line[2] == (byte) 0xbf ? 3 : 0;
    }

    private static byte[] joined(byte[] header, byte[] text) {
        byte[] record = Arrays.copyOf(header, header.length + text.length);
        System.arraycopy(text, 0, record, header.length, text.length);
        return record;
    }

    private boolean readLine() throws IOException {
        length = 0;
        boolean any = false;
        while (position < limit || fill()) {
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            append(position, end);
            position = end + 1;
            if (end < limit) {
                break;
            }
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return any;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(in.read(buffer, 0, BUFFER), 0);
        return limit > 0;
    }

    private void append(int from, int to) {
        int size = Math.min(to - from, LONGEST_LINE - length);
        if (line.length - length < size) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + size));
        }
        System.arraycopy(buffer, from, line, length, size);
        length += size;
    }
}
