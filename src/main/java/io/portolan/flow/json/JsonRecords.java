package io.portolan.flow.json;

import io.portolan.flow.LogRecords;
import io.portolan.flow.text.LineRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The JSON texts of a file as records. Most files have one a line; one that is laid out over several lines is put
 * together again, and of a list that is laid out so, each item is a record. A line that ends too early does not take
 * the next one with it, as that one begins with a brace and is not indented.
 *
 * <p>A text is held up to {@value #LONGEST} bytes and cut there, as no record is that long: it is one unreadable record
 * then, and memory stays bounded whatever the file holds.
 */
public final class JsonRecords implements LogRecords {
    static final int LONGEST = 4 << 20;

    private final LineRecords lines;
    private final JsonNesting nesting = new JsonNesting();
    private Optional<byte[]> ahead = Optional.empty();
    private boolean withinList;

    public JsonRecords(InputStream in) {
        this.lines = new LineRecords(in, (header, line) -> Optional.empty());
    }

    @Override
    public Optional<byte[]> next() throws IOException {
        Optional<byte[]> first = nextLine();
        while (first.isPresent() && isListMark(first.get())) {
            withinList = !withinList;
            first = nextLine();
        }
        return first.isEmpty() ? first : Optional.of(record(first.get()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** Whether a list laid out over several lines begins or ends with a line of its own. */
    private boolean isListMark(byte[] line) {
        return JsonNesting.isAlone(line, withinList ? ']' : '[');
    }

    private byte[] record(byte[] first) throws IOException {
        nesting.clear();
        nesting.read(first);
        if (!withinList && nesting.opensList(first)) {
            withinList = true;
            return JsonNesting.withoutComma(JsonNesting.withoutFirst(first));
        }
        byte[] text = nesting.isOpen() ? joined(first) : first;
        if (!withinList) {
            return text;
        }
        if (nesting.closesList(text)) {
            withinList = false;
            return JsonNesting.withoutLast(text);
        }
        return JsonNesting.withoutComma(text);
    }

    private byte[] joined(byte[] first) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream(2 * first.length);
        record.writeBytes(first);
        while (nesting.isOpen()) {
            Optional<byte[]> line = nextLine();
            if (line.isEmpty()) {
                break;
            }
            if (!JsonNesting.continues(line.get())) {
                ahead = line;
                break;
            }
            append(record, line.get());
            nesting.read(line.get());
        }
        return record.toByteArray();
    }

    private static void append(ByteArrayOutputStream record, byte[] line) {
        if (record.size() < LONGEST) {
            record.write('\n');
            record.write(line, 0, Math.min(line.length, LONGEST - record.size()));
        }
    }

    private Optional<byte[]> nextLine() throws IOException {
        Optional<byte[]> line = ahead.isPresent() ? ahead : lines.next();
        ahead = Optional.empty();
        return line;
    }
}
