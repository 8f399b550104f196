package io.portolan.flow.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cuts values out of a stream of JSON, as they are written: only strings and brackets are looked at. */
final class JsonText implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int FIRST_SIZE = 1 << 12;
    private static final int NONE = -1;

    /** The byte order mark of UTF-8 (RFC 3629 section 6). */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    /** Why reading an object ended. */
    enum End {
        /** The object ended. */
        CLOSED,
        /** The list looked for has begun. */
        LIST,
        /** The file ended within the object, a line within a string, or the next line begins a new object. */
        BROKEN
    }

    private final InputStream in;
    private final byte[] quotedList;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private byte[] taken = new byte[FIRST_SIZE];
    private int size;
    private int depth;
    private boolean string;
    private boolean escaped;
    private boolean begun;

    /**
     * @param list the name of the list to look for in objects
     * @param longest a value is cut after this many bytes
     */
    JsonText(InputStream in, String list, int longest) {
        this.in = in;
        this.quotedList = ('"' + list + '"').getBytes(StandardCharsets.UTF_8);
        this.longest = longest;
    }

    /** The first byte of the next value, or a bracket; what was taken before is dropped. -1 at the end. */
    int next() throws IOException {
        size = 0;
        int first = read();
        while (first == ',' || (first >= 0 && first <= ' ') || (!begun && MARK.indexOf(first) >= 0)) {
            first = read();
        }
        begun = true;
        take(first);
        return first;
    }

    /** What was taken since {@link #next}. */
    byte[] taken() {
        return Arrays.copyOf(taken, size);
    }

    /** What was taken since {@link #next}, between two other texts. */
    byte[] taken(byte[] before, String after) {
        byte[] whole = new byte[before.length + size + after.length()];
        System.arraycopy(before, 0, whole, 0, before.length);
        System.arraycopy(taken, 0, whole, before.length, size);
        System.arraycopy(after.getBytes(StandardCharsets.US_ASCII), 0, whole, before.length + size, after.length());
        return whole;
    }

    /** The rest of the line, with what was taken of it. */
    byte[] line() throws IOException {
        for (int c = read(); c >= 0 && c != '\n'; c = read()) {
            take(c);
        }
        return taken();
    }

    /** Takes the item of a list that was begun and is no object. */
    byte[] item() throws IOException {
        depth = 0;
        string = false;
        follow(taken[0]);
        for (int c = read(); c >= 0; c = read()) {
            boolean ended = !string && depth == 0 && (c == ',' || c == ']' || c == '}');
            if (ended || (string && c == '\n')) {
                position--;
                break;
            }
            follow(c);
            take(c);
        }
        return taken();
    }

    /** Takes the object that was begun, or takes it up to the list that is looked for. */
    End readObject(boolean lookForList) throws IOException {
        depth = 1;
        string = false;
        while (depth > 0) {
            int c = read();
            if (c < 0 || breaksOff(c)) {
                return End.BROKEN;
            }
            if (lookForList && c == '[' && depth == 1 && !string && isListNamed()) {
                return End.LIST;
            }
            follow(c);
            take(c);
        }
        return End.CLOSED;
    }

    /** Steps over the rest of an object, whose list has ended. */
    void skipRest() throws IOException {
        readObject(false);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Follows strings and brackets. */
    private void follow(int c) {
        if (string) {
            string = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
        } else if (c == '"') {
            string = true;
            escaped = false;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
        }
    }

    private boolean breaksOff(int c) throws IOException {
        return c == '\n' && (string || ((position < limit || fill()) && buffer[position] == '{'));
    }

    /** Whether what was taken ends with the name of the list and a colon. */
    private boolean isListNamed() {
        int colon = endBefore(size);
        if (colon == 0 || taken[colon - 1] != ':') {
            return false;
        }
        int end = endBefore(colon - 1);
        int start = end - quotedList.length;
        return start >= 0 && Arrays.equals(taken, start, end, quotedList, 0, quotedList.length);
    }

    /** Where what was taken ends without the blanks before a place. */
    private int endBefore(int place) {
        int end = place;
        while (end > 0 && taken[end - 1] <= ' ' && taken[end - 1] >= 0) {
            end--;
        }
        return end;
    }

    private void take(int c) {
        if (size == longest || c < 0) {
            return;
        }
        if (size == taken.length) {
            taken = Arrays.copyOf(taken, Math.min(size * 2, longest));
        }
        taken[size++] = (byte) c;
    }

    private int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : NONE;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(in.read(buffer, 0, BUFFER), 0);
        return limit > 0;
    }
}
