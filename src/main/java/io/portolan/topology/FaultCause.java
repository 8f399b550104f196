package io.portolan.topology;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What faults have in common. A cause quotes what a record holds, so that two records hardly ever have the same one; without
 * digits and quoted text they do. Whoever writes the records can still invent causes: {@link FaultLog} bounds their number.
 */
public final class FaultCause {
    /** Of a cause, so much is told. */
    private static final int TOLD = 300;

    /** So much of a cause tells it from others, and bounds the time of the patterns. */
    private static final int TELLING = 500;

    /**
     * A field, its value, and what would be right. The value may be anything, also with commas and blanks in it: it ends
     * where the last expectation begins.
     */
    private static final Pattern EXPECTATION =
            Pattern.compile("(.*?) is .*(, (?:not|neither|less|more|too|and|without|an?) .*)");

    /** The same with an expectation that begins otherwise: the value ends at the first comma. */
    private static final Pattern OTHERWISE = Pattern.compile("(.*?) is .*?(, .*)");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("\\b(?:0x[0-9a-fA-F]+|\\d+)\\b");

    private FaultCause() {}

    /** The cause as it may stand in a log: in one line, without characters that steer a terminal, and not too long. */
    static String text(String cause) {
        int end = Math.min(cause.length(), TOLD);
        StringBuilder text = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = cause.charAt(i);
            text.append(isWhite(c) ? ' ' : isSafe(c) ? c : '?');
        }
        return cause.length() > end ? text.append('…').toString() : text.toString();
    }

    /** The same for all causes that differ only in what the record holds, so that records of one fault are counted together. */
    public static String kind(String cause) {
        String text = cause.substring(0, Math.min(cause.length(), TELLING));
        return Stream.of(EXPECTATION, OTHERWISE)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(parts -> masked(parts.group(1)) + " is ..." + parts.group(2))
                .orElseGet(() -> masked(text));
    }

    private static String masked(String text) {
        return NUMBER.matcher(QUOTED.matcher(text).replaceAll("'...'")).replaceAll("#");
    }

    private static boolean isWhite(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isSafe(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
