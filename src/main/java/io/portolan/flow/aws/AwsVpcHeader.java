package io.portolan.flow.aws;

import io.portolan.flow.field.Columns;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The order of the columns of a text line: version 2's, a configured one, or that of a header line. */
final class AwsVpcHeader {
    /** Version 2's. */
    static final Columns STANDARD = Columns.of(
            AwsVpcFormat.TABLE,
            List.of(
                    "version",
                    "account-id",
                    "interface-id",
                    "srcaddr",
                    "dstaddr",
                    "srcport",
                    "dstport",
                    "protocol",
                    "packets",
                    "bytes",
                    "start",
                    "end",
                    "action",
                    "log-status"),
            "the default order of version 2");

    private static final int LONGEST_NAME = 64;

    private AwsVpcHeader() {}

    /**
     * An order from the configuration.
     *
     * @throws IllegalArgumentException if a column is missing without which there is no flow
     */
    static Columns configured(List<String> columns) {
        return Columns.configured(
                AwsVpcFormat.TABLE,
                columns.stream().map(AwsVpcHeader::withoutBraces).toList(),
                AwsVpcFormat.NAME);
    }

    /** The order that a header line gives, whose names stand between blanks or commas. */
    static Columns of(String line) {
        List<String> names = Arrays.stream(line.trim().split("[ ,]+", -1))
                .map(AwsVpcHeader::withoutQuotes)
                .toList();
        return Columns.of(AwsVpcFormat.TABLE, names, "the header line");
    }

    /** Whether a line is a header: it begins with the name of a field, which no value is. */
    static boolean isHeader(String line) {
        String text = line.stripLeading();
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
            end++;
        }
        return end > 0
                && end < Math.min(text.length(), LONGEST_NAME)
                && AwsVpcFormat.TABLE.find(withoutQuotes(text.substring(0, end))) != null;
    }

    /** The header in force after a line of a log file; nothing if the line is no header. */
    static Optional<byte[]> after(byte[] inForce, byte[] line) {
        if (line.length == 0 || !startsAsHeader(line[0])) {
            return Optional.empty();
        }
        String text = new String(line, StandardCharsets.UTF_8);
        return isHeader(text) ? Optional.of((text + '\n').getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** Whether a header may begin with the byte: no value that begins a line does. */
    static boolean startsAsHeader(byte first) {
        return Character.isLetter(first) || first == '"';
    }

    /** Whether a record that is no JSON is a header line, a line of version 2, or compressed. */
    static boolean isAwsVpc(byte[] record) {
        if (Compressed.isGzip(record)) {
            return true;
        }
        int end = 0;
        int blanks = 0;
        while (end < record.length && record[end] != '\n' && record[end] >= ' ') {
            blanks += record[end] == ' ' || record[end] == ',' ? 1 : 0;
            end++;
        }
        if (end == 0 || blanks < 2) {
            return false;
        }
        return startsAsHeader(record[0])
                ? isHeader(new String(record, 0, end, StandardCharsets.UTF_8))
                : blanks >= STANDARD.names().size() - 1 && record[0] == '2' && record[1] == ' ';
    }

    private static String withoutBraces(String name) {
        return name.startsWith("${") && name.endsWith("}") ? name.substring(2, name.length() - 1) : name;
    }

    private static String withoutQuotes(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
