package io.portolan.app.port;

import io.portolan.app.terminal.Printable;
import org.apache.commons.text.WordUtils;

/** Plain text in two columns, readable at 80 characters a line. */
final class CardPage {
    private static final int WIDTH = 80;
    private static final int INDENT = 2;
    private static final int LABEL = 22;
    private static final int VALUE = WIDTH - INDENT - LABEL;

    private final StringBuilder text = new StringBuilder();

    void title(String title) {
        String line = Printable.line(title);
        text.append(line)
                .append('\n')
                .append("=".repeat(Math.min(line.length(), WIDTH)))
                .append('\n');
    }

    void section(String heading) {
        text.append('\n').append(Printable.line(heading)).append('\n');
    }

    /** A label with its value; a long value goes on below itself. */
    void row(String label, String value) {
        String start = Printable.line(label);
        for (String line : wrapped(value, VALUE)) {
            String padding = " ".repeat(Math.max(2, LABEL - start.length()));
            text.append(" ".repeat(INDENT))
                    .append(start)
                    .append(padding)
                    .append(line)
                    .append('\n');
            start = "";
        }
    }

    /** A paragraph over the whole width. */
    void paragraph(String words) {
        for (String line : wrapped(words, WIDTH - INDENT)) {
            text.append(" ".repeat(INDENT)).append(line).append('\n');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String[] wrapped(String value, int width) {
        return WordUtils.wrap(Printable.line(value), width, "\n", false).split("\n");
    }
}
