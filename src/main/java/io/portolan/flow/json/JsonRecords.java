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
        if (first.isEmpty()) {
            return first;
        }
        nesting.clear();
        nesting.read(first.get());
        byte[] record = nesting.isOpen() ? joined(first.get()) : first.get();
        return Optional.of(withinList ? JsonNesting.withoutComma(record) : record);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** A list laid out over several lines begins and ends with a line of its own. */
    private boolean isListMark(byte[] line) {
        return JsonNesting.isAlone(line, withinList ? ']' : '[');
    }

    private byte[] joined(byte[] first) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream(2 * first.length);
        record.writeBytes(first);
        while (nesting.isOpen() && record.size() < LONGEST) {
            Optional<byte[]> line = nextLine();
            if (line.isEmpty()) {
                break;
            }
            if (!JsonNesting.continues(line.get())) {
                ahead = line;
                break;
            }
            record.write('\n');
            record.writeBytes(line.get());
            nesting.read(line.get());
        }
        return record.toByteArray();
    }

    private Optional<byte[]> nextLine() throws IOException {
        Optional<byte[]> line = ahead.isPresent() ? ahead : lines.next();
        ahead = Optional.empty();
        return line;
    }
}
