package io.portolan.app.terminal;

import java.util.regex.Pattern;

/** Text as it may stand on a terminal. */
public final class Printable {
    /** Controls, invisible formatting such as bidirectional overrides, and line separators: they can forge output. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Printable() {}

    /** The text in one line, each character that could steer a terminal replaced by a question mark. */
    public static String text(String text) {
        return UNSAFE.matcher(text).replaceAll("?");
    }

    /** As {@link #text}, of text that may go over several lines: what white space there is becomes a blank. */
    public static String line(String text) {
        return text(SPACE.matcher(text).replaceAll(" ").strip());
    }
}
