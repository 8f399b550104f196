package io.portolan.registry;

/**
 * A row of a registry that could not be read and was skipped.
 *
 * @param line line in the file at which the row begins, from 1
 * @param text how the row begins, at most {@value #MAX_TEXT} characters
 * @param cause what is wrong with it
 */
public record MalformedRow(long line, String text, String cause) {

    static final int MAX_TEXT = 200;

    /** Cuts the text to its bound. */
    public MalformedRow {
        text = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }

    @Override
    public String toString() {
        return "line " + line + ": " + cause + ": " + text;
    }
}
