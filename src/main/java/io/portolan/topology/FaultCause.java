package io.portolan.topology;

/**
 * What faults have in common. A cause quotes what a record holds, so that two records hardly ever have the same one; without
 * digits and quoted text they do. Whoever writes the records can still invent causes: {@link FaultLog} bounds their number.
 */
final class FaultCause {
    /** Of a cause, so much is told. */
    private static final int TOLD = 300;

    /** So much of a cause tells it from others. */
    private static final int TELLING = 160;

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

    /** The same for all causes that differ in numbers and quoted text alone. */
    static String kind(String cause) {
        StringBuilder kind = new StringBuilder(TELLING);
        char quote = 0;
        for (int i = 0; i < cause.length() && kind.length() < TELLING; i++) {
            char c = cause.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
                kind.append(c);
            } else if (Character.isDigit(c)) {
                if (kind.isEmpty() || kind.charAt(kind.length() - 1) != '#') {
                    kind.append('#');
                }
            } else {
                kind.append(c);
            }
        }
        return kind.toString();
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
