package io.portolan.flow.auto;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.LogRecords;
import io.portolan.flow.json.JsonRecords;
import io.portolan.flow.text.LineRecords;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens a file as one of the format that its beginning shows. */
final class AutoRecords {
    /** Enough for a record of any format, or for the names at its beginning. */
    private static final int BEGINNING = 1 << 16;

    private AutoRecords() {}

    /** The records of a file; lines, or JSON texts, if its beginning shows no format. */
    static LogRecords open(List<FlowFormat> formats, InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BEGINNING);
        byte[] beginning = beginning(buffered);
        FormatFinder finder = new FormatFinder(formats);
        Optional<FlowFormat> found = finder.find(beginning).or(() -> finder.find(firstLine(beginning)));
        if (found.isPresent()) {
            return found.get().file().open(buffered);
        }
        return FormatFinder.isJson(beginning)
                ? new JsonRecords(buffered)
                : new LineRecords(buffered, (header, line) -> Optional.empty());
    }

    /** What is there at once, and at least the first line: a log that is still written is not waited for. */
    private static byte[] beginning(BufferedInputStream in) throws IOException {
        in.mark(BEGINNING);
        byte[] bytes = new byte[BEGINNING];
        int length = 0;
        int read = in.read(bytes, 0, BEGINNING);
        while (read > 0 && length + read < BEGINNING && lineEnd(bytes, length, length + read) < 0) {
            length += read;
            read = in.read(bytes, length, BEGINNING - length);
        }
        in.reset();
        return Arrays.copyOf(bytes, length + Math.max(read, 0));
    }

    private static byte[] firstLine(byte[] beginning) {
        int end = lineEnd(beginning, 0, beginning.length);
        return end < 0 ? beginning : Arrays.copyOf(beginning, end);
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
