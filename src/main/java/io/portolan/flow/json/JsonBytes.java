package io.portolan.flow.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks over the bytes of a record: texts in ASCII without escapes, numbers of common size, and what stands between. */
final class JsonBytes {
    private static final int SAFE_DIGITS = 18;
    private static final int LONGEST_NUMBER = 64;
    private static final int END = -1;
    private static final int AROUND_NAME = ",\"\":".length();

    private final JsonNames names = new JsonNames();
    private byte[] bytes = {};
    private int at;
    private long integer;

    void open(byte[] record) {
        bytes = record;
        at = 0;
    }

    /** The place of the byte that is next. */
    int at() {
        return at;
    }

    /** Steps over blanks and one byte, and returns the byte; less than 0 at the end and for what is not ASCII. */
    int next() {
        while (at < bytes.length) {
            byte c = bytes[at++];
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return c < 0 ? c - 1 : c;
            }
        }
        return END;
    }

    /** Whether nothing but blanks follows. */
    boolean isAtEnd() {
        return next() == END;
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The name behind its first quotation mark, and steps behind the colon; null if it is not plain. */
    @Nullable
    String name() {
        int from = at;
        if (!skipText()) {
            return null;
        }
        int to = at - 1;
        return next() == ':' ? names.read(bytes, from, to) : null;
    }

    /** Steps over a comma and the name that came next in records before, if it is that; null if it is another. */
    @Nullable
    String expectedName() {
        String name = names.expected(bytes, at);
        if (name != null) {
            at += name.length() + AROUND_NAME;
        }
        return name;
    }

    /** Steps behind the second quotation mark of a text; false if it is not plain: a byte above 127 is less than 0. */
    boolean skipText() {
        for (int i = at; i < bytes.length; i++) {
            byte c = bytes[i];
            if (c == '"') {
                at = i + 1;
                return true;
            }
            if (c < ' ' || c == '\\') {
                return false;
            }
        }
        return false;
    }

    /**
     * Steps behind a number that begins at {@code from}; false if it is none, or one that is large or has an exponent. Then
     * {@link #integer} is its value, or says that it is a fraction.
     */
    boolean skipNumber(int from) {
        int first = from < bytes.length && bytes[from] == '-' ? from + 1 : from;
        long value = 0;
        int i = first;
        for (; i < bytes.length && isDigit(bytes[i]); i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        if (i == first || !fits(first, i) || (bytes[first] == '0' && i > first + 1)) {
            return false;
        }
        integer = first > from ? -value : value;
        at = i;
        byte behind = i < bytes.length ? bytes[i] : 0;
        return behind == '.' ? skipFraction(from) : behind != 'e' && behind != 'E';
    }

    /** The number stepped over last; {@link Long#MIN_VALUE}, which is not plain, if it is a fraction. */
    long integer() {
        return integer;
    }

    /** Steps behind a word whose first letter was the last byte; false if it is another. */
    boolean skipWord(String word) {
        int end = at - 1 + word.length();
        if (end > bytes.length || !text(at - 1, end).equals(word)) {
            return false;
        }
        at = end;
        return true;
    }

    /** Times in nanoseconds have nineteen digits; those that begin with a 9 may be more than 64 bits hold. */
    private boolean fits(int first, int end) {
        return end - first <= SAFE_DIGITS || (end - first == SAFE_DIGITS + 1 && bytes[first] < '9');
    }

    private boolean skipFraction(int from) {
        int first = ++at;
        while (at < bytes.length && isDigit(bytes[at])) {
            at++;
        }
        integer = Long.MIN_VALUE;
        boolean exponent = at < bytes.length && (bytes[at] == 'e' || bytes[at] == 'E');
        return at > first && at - from < LONGEST_NUMBER && !exponent;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
