package io.portolan.app.evaluate;

/**
 * A row of a truth file.
 *
 * @param file what it is called
 * @param line of it, from 1
 * @param known what it says
 */
public record TruthRow(String file, long line, KnownConversation known) {
    /** For messages. */
    public String place() {
        return file + ", line " + line;
    }
}
