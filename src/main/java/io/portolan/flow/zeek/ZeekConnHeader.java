package io.portolan.flow.zeek;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a TSV line are to be read: the header lines in force, Zeek's defaults where they say nothing.
 *
 * <p>Source: Zeek's manual, "Zeek Log Formats and Inspection", section on the header of TSV logs.
 */
final class ZeekConnHeader {
    private static final byte[] FIRST_LINE = "#separator".getBytes(StandardCharsets.US_ASCII);
    private static final List<byte[]> KEPT = List.of(
            FIRST_LINE,
            "#set_separator".getBytes(StandardCharsets.US_ASCII),
            "#empty_field".getBytes(StandardCharsets.US_ASCII),
            "#unset_field".getBytes(StandardCharsets.US_ASCII),
            "#path".getBytes(StandardCharsets.US_ASCII),
            "#fields".getBytes(StandardCharsets.US_ASCII));

    private static final List<ZeekConnField> NEEDED = List.of(
            ZeekConnField.TS,
            ZeekConnField.ORIG_H,
            ZeekConnField.ORIG_P,
            ZeekConnField.RESP_H,
            ZeekConnField.RESP_P,
            ZeekConnField.PROTO);

    char separator = '\t';
    String unset = "-";
    String empty = "(empty)";
    String setSeparator = ",";
    String path = "";
    /** Where the names come from, for messages. */
    String origin = "conn.log has by default";

    /** Whether a line may have more columns than there are names. */
    boolean open = true;

    String[] names;

    @Nullable
    ZeekConnField[] fields = {};

    /**
     * The columns that were configured, or Zeek's default ones.
     *
     * @throws IllegalArgumentException if a configured order lacks a column without which there is no flow
     */
    ZeekConnHeader(List<String> configured) {
        if (configured.isEmpty()) {
            name(ZeekConnField.DEFAULT_COLUMNS);
        } else {
            expectNeeded(configured);
            name(configured);
            origin = "the configured columns are";
        }
    }

    /** The header of header lines; the configured columns win over a {@code #fields} line. */
    static ZeekConnHeader parse(String lines, List<String> configured) {
        ZeekConnHeader header = new ZeekConnHeader(configured);
        lines.lines().forEach(line -> header.accept(line, configured.isEmpty()));
        return header;
    }

    /** The header lines in force after a line of a log file; nothing if the line is no header or comment. */
    static Optional<byte[]> after(byte[] inForce, byte[] line) {
        if (line.length == 0 || line[0] != '#') {
            return Optional.empty();
        }
        if (KEPT.stream().noneMatch(start -> startsWith(line, start))) {
            return Optional.of(inForce);
        }
        byte[] before = startsWith(line, FIRST_LINE) ? new byte[0] : inForce;
        byte[] joined = Arrays.copyOf(before, before.length + line.length + 1);
        System.arraycopy(line, 0, joined, before.length, line.length);
        joined[joined.length - 1] = '\n';
        return Optional.of(joined);
    }

    private static void expectNeeded(List<String> configured) {
        List<String> missing = NEEDED.stream()
                .filter(needed -> configured.stream().noneMatch(name -> ZeekConnField.of(name) == needed))
                .map(needed -> needed.label)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the columns of a zeek-conn input lack " + String.join(", ", missing)
                    + ", without which there is no flow; they are " + String.join(" ", configured));
        }
    }

    private static boolean startsWith(byte[] line, byte[] start) {
        return line.length > start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
    }

    private void accept(String line, boolean fieldsCount) {
        if (line.startsWith("#separator ")) {
            separator = unescaped(line.substring("#separator ".length()));
            return;
        }
        int nameEnd = line.indexOf(separator);
        if (nameEnd < 0) {
            return;
        }
        String value = line.substring(nameEnd + 1);
        switch (line.substring(0, nameEnd)) {
            case "#set_separator" -> setSeparator = value;
            case "#empty_field" -> empty = value;
            case "#unset_field" -> unset = value;
            case "#path" -> path = value;
            case "#fields" -> {
                if (fieldsCount) {
                    name(List.of(value.split(Pattern.quote(String.valueOf(separator)), -1)));
                    origin = "#fields names";
                    open = false;
                }
            }
            default -> {}
        }
    }

    private void name(List<String> columns) {
        names = columns.toArray(String[]::new);
        fields = columns.stream().map(ZeekConnField::of).toArray(ZeekConnField[]::new);
    }

    /** One character, as itself or as {@code \x09}. */
    private static char unescaped(String text) {
        if (text.startsWith("\\x") && text.length() == 4) {
            int high = Character.digit(text.charAt(2), 16);
            int low = Character.digit(text.charAt(3), 16);
            return high < 0 || low < 0 ? '\t' : (char) (high * 16 + low);
        }
        return text.isEmpty() ? '\t' : text.charAt(0);
    }
}
