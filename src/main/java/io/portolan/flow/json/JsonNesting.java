package io.portolan.flow.json;

import java.util.Arrays;

/** Follows how deep the objects and lists of a JSON text are open, line by line. */
final class JsonNesting {
    private int depth;
    private boolean broken;

    void clear() {
        depth = 0;
        broken = false;
    }

    /** Whether an object or a list is open, and no line ended within a string, which JSON does not know. */
    boolean isOpen() {
        return depth > 0 && !broken;
    }

    /** Whether what was read is the beginning of a list, with items that are complete. */
    boolean opensList(byte[] line) {
        int start = trimmedStart(line);
        return depth == 1 && !broken && start < line.length && line[start] == '[';
    }

    /** Whether what was read is an item and the end of the list that it is in. */
    boolean closesList(byte[] text) {
        int end = trimmedLength(text);
        return depth == -1 && !broken && end > 0 && text[end - 1] == ']';
    }

    void read(byte[] line) {
        boolean text = false;
        for (int i = 0; i < line.length; i++) {
            byte c = line[i];
            if (text) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    text = false;
                }
            } else if (c == '"') {
                text = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        broken = text;
    }

    /** Whether a line can be the further part of a text begun before: it is empty, indented, or closes something. */
    static boolean continues(byte[] line) {
        return line.length == 0 || " \t}],\"".indexOf(line[0]) >= 0;
    }

    /** Whether a mark is all that a line has. */
    static boolean isAlone(byte[] line, char mark) {
        int end = trimmedLength(line);
        return end > 0 && line[end - 1] == mark && trimmedStart(line) == end - 1;
    }

    /** A text without the mark that it begins with. */
    static byte[] withoutFirst(byte[] text) {
        return Arrays.copyOfRange(text, trimmedStart(text) + 1, text.length);
    }

    /** A text without the mark that it ends with. */
    static byte[] withoutLast(byte[] text) {
        return Arrays.copyOf(text, trimmedLength(text) - 1);
    }

    /** A text without the comma that separates it from the next item. */
    static byte[] withoutComma(byte[] text) {
        int end = trimmedLength(text);
        return end > 0 && text[end - 1] == ',' ? Arrays.copyOf(text, end - 1) : text;
    }

    private static int trimmedStart(byte[] line) {
        int start = 0;
        while (start < line.length && line[start] <= ' ') {
            start++;
        }
        return start;
    }

    private static int trimmedLength(byte[] line) {
        int end = line.length;
        while (end > 0 && line[end - 1] <= ' ') {
            end--;
        }
        return end;
    }
}
