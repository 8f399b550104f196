package io.portolan.flow.json;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;

/**
 * The short way for what nearly all records are: one JSON object in ASCII without escapes, with numbers of common size.
 * Whatever is rare or wrong is left to {@link JsonFields}, which alone tells what is wrong; what is read here is read as
 * there, in less than half the time.
 */
final class PlainJson {
    private static final int DEEPEST = 16;

    private final JsonBytes in = new JsonBytes();
    private final FieldSink sink;

    PlainJson(FieldSink sink) {
        this.sink = sink;
    }

    /** Whether the record was plain and the sink took all its fields; if not, it may have taken some of them. */
    boolean read(byte[] record) {
        in.open(record);
        try {
            return in.next() == '{' && readObject(true, 0) && in.isAtEnd();
        } catch (UnreadableFlowException e) {
            // On the other way the sink will refuse it again, and the rest of the record be read all the same.
            return false;
        }
    }

    /** Reads behind the brace that opens an object, and steps over its fields if they are not wanted. */
    private boolean readObject(boolean wanted, int depth) throws UnreadableFlowException {
        int c = in.next();
        if (c == '}') {
            return true;
        }
        while (c == '"') {
            String name = in.name();
            if (name == null) {
                return false;
            }
            for (; name != null; name = in.expectedName()) {
                if (!readValue(name, wanted, depth)) {
                    return false;
                }
            }
            c = in.next();
            if (c != ',') {
                return c == '}';
            }
            c = in.next();
        }
        return false;
    }

    private boolean readValue(String name, boolean wanted, int depth) throws UnreadableFlowException {
        int c = in.next();
        if (c == '"') {
            return readText(name, wanted);
        }
        return switch (c) {
            case '[' -> readList(name, wanted);
            case '{' -> depth < DEEPEST && readWithin(name, wanted, depth + 1);
            case 't' -> readWord(name, "true", wanted);
            case 'f' -> readWord(name, "false", wanted);
            case 'n' -> in.skipWord("null");
            default -> readNumber(name, wanted);
        };
    }

    private boolean readWithin(String name, boolean wanted, int depth) throws UnreadableFlowException {
        if (!wanted || !sink.enter(name)) {
            return readObject(false, depth);
        }
        boolean plain = readObject(true, depth);
        sink.leave();
        return plain;
    }

    private boolean readText(String name, boolean wanted) throws UnreadableFlowException {
        int from = in.at();
        if (!in.skipText()) {
            return false;
        }
        if (wanted) {
            sink.text(name, in.text(from, in.at() - 1));
        }
        return true;
    }

    private boolean readWord(String name, String word, boolean wanted) throws UnreadableFlowException {
        if (!in.skipWord(word)) {
            return false;
        }
        if (wanted) {
            sink.text(name, word);
        }
        return true;
    }

    /** An integer as a number; a fraction as it is written. */
    private boolean readNumber(String name, boolean wanted) throws UnreadableFlowException {
        int from = in.at() - 1;
        if (!in.skipNumber(from)) {
            return false;
        }
        long value = in.integer();
        if (wanted && value == Long.MIN_VALUE) {
            sink.text(name, in.text(from, in.at()));
        } else if (wanted) {
            sink.number(name, value);
        }
        return true;
    }

    /** A list of texts and numbers. */
    private boolean readList(String name, boolean wanted) throws UnreadableFlowException {
        int c = in.next();
        // Also of an empty list, which may say what the record is.
        boolean entered = wanted && sink.entersItems(name);
        if (c == ']' || entered) {
            return c == ']';
        }
        StringBuilder joined = new StringBuilder();
        boolean more = true;
        while (more) {
            int from = c == '"' ? in.at() : in.at() - 1;
            if (c == '"' ? !in.skipText() : !in.skipNumber(from)) {
                return false;
            }
            joined.append(in.text(from, c == '"' ? in.at() - 1 : in.at()));
            c = in.next();
            more = c == ',';
            if (more) {
                joined.append(',');
                c = in.next();
            }
        }
        if (wanted && c == ']' && !joined.isEmpty()) {
            sink.list(name, joined.toString());
        }
        return c == ']';
    }
}
