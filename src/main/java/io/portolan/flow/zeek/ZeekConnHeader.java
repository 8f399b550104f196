package io.portolan.flow.zeek;

import io.portolan.flow.field.Columns;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the columns of a TSV line are to be read: the header lines in force, Zeek's defaults where they say nothing.
 *
 * <p>Source: Zeek's manual, "Zeek Log Formats and Inspection", section on the header of TSV logs.
 */
final class ZeekConnHeader {
    private static final byte[] FIRST_LINE = "#separator".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIELDS = "#fields".getBytes(StandardCharsets.US_ASCII);
    private static final List<byte[]> KEPT = List.of(
            FIRST_LINE,
            "#set_separator".getBytes(StandardCharsets.US_ASCII),
            "#empty_field".getBytes(StandardCharsets.US_ASCII),
            "#unset_field".getBytes(StandardCharsets.US_ASCII),
            "#path".getBytes(StandardCharsets.US_ASCII),
            FIELDS);

    /**
     * The columns of a line without header: those that Zeek has written since 2.5. {@code ip_proto} (7.1) is left out, as
     * other versions have columns of other scripts in its place.
     */
    private static final Columns DEFAULT = Columns.atLeast(
            ZeekConnFormat.TABLE,
            List.of(
                    "ts",
                    "uid",
                    "id.orig_h",
                    "id.orig_p",
                    "id.resp_h",
                    "id.resp_p",
                    "proto",
                    "service",
                    "duration",
                    "orig_bytes",
                    "resp_bytes",
                    "conn_state",
                    "local_orig",
                    "local_resp",
                    "missed_bytes",
                    "history",
                    "orig_pkts",
                    "orig_ip_bytes",
                    "resp_pkts",
                    "resp_ip_bytes",
                    "tunnel_parents"),
            "conn.log by default");

    char separator = '\t';
    String unset = "-";
    String empty = "(empty)";
    String setSeparator = ",";
    String path = "";
    Columns columns;

    /**
     * The columns that were configured, or Zeek's default ones.
     *
     * @throws IllegalArgumentException if a configured order lacks a column without which there is no flow
     */
    ZeekConnHeader(List<String> configured) {
        columns = configured.isEmpty()
                ? DEFAULT
                : Columns.configured(ZeekConnFormat.TABLE, configured, ZeekConnFormat.NAME);
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

    /** Whether a record begins with a header line of Zeek's, or with the columns of a conn.log: time, uid, address. */
    static boolean isZeek(byte[] record) {
        if (startsWith(record, FIRST_LINE) || startsWith(record, FIELDS)) {
            return true;
        }
        int tabs = 0;
        for (int i = 0; i < record.length && record[i] != '\n'; i++) {
            tabs += record[i] == '\t' ? 1 : 0;
        }
        return tabs >= DEFAULT.names().size() - 1 && Character.isDigit(record[0]);
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
                    columns = Columns.of(
                            ZeekConnFormat.TABLE,
                            List.of(value.split(Pattern.quote(String.valueOf(separator)), -1)),
                            "the #fields line");
                }
            }
            default -> {}
        }
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
