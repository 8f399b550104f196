package io.portolan.flow.aws;

import io.portolan.flow.UnreadableFlowException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order of the columns of a text line. */
final class AwsVpcColumns {
    private static final List<AwsVpcField> NEEDED = List.of(
            AwsVpcField.SRCADDR,
            AwsVpcField.DSTADDR,
            AwsVpcField.SRCPORT,
            AwsVpcField.DSTPORT,
            AwsVpcField.PROTOCOL,
            AwsVpcField.START);

    private final String[] names;
    private final @Nullable AwsVpcField[] fields;
    private final String origin;

    private AwsVpcColumns(List<String> columns, String origin) {
        this.names = columns.toArray(String[]::new);
        this.fields = columns.stream().map(AwsVpcField::of).toArray(AwsVpcField[]::new);
        this.origin = origin;
    }

    /** Version 2's order. */
    static AwsVpcColumns standard() {
        return new AwsVpcColumns(AwsVpcField.DEFAULT_COLUMNS, "the default order of version 2");
    }

    /**
     * An order from the configuration.
     *
     * @throws IllegalArgumentException if a column is missing without which there is no flow
     */
    static AwsVpcColumns configured(List<String> columns) {
        List<String> plain = columns.stream().map(AwsVpcColumns::withoutBraces).toList();
        List<String> missing = NEEDED.stream()
                .filter(needed -> plain.stream().noneMatch(name -> gives(needed, AwsVpcField.of(name))))
                .map(needed -> needed.label)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the columns of an aws-vpc input lack " + String.join(", ", missing)
                    + ", without which there is no flow; they are " + String.join(" ", columns));
        }
        return new AwsVpcColumns(plain, "input.<name>.fields");
    }

    /** The order that a header line gives. */
    static AwsVpcColumns ofHeader(String line) {
        return new AwsVpcColumns(List.of(line.trim().split(" +")), "the header line");
    }

    /** Whether a line is a header: it begins with the name of a field, which no value is. */
    static boolean isHeader(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        int end = line.indexOf(' ', start);
        return end > start && AwsVpcField.of(line.substring(start, end)) != null;
    }

    /** The header in force after a line of a log file; nothing if the line is no header. */
    static Optional<byte[]> after(byte[] inForce, byte[] line) {
        if (line.length == 0 || !Character.isLetter(line[0])) {
            return Optional.empty();
        }
        String text = new String(line, StandardCharsets.UTF_8);
        return isHeader(text) ? Optional.of((text + '\n').getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    int size() {
        return names.length;
    }

    /** The name of a column as it was given. */
    String name(int column) {
        return names[column];
    }

    /** What a column means; null where its name is not known. */
    @Nullable
    AwsVpcField field(int column) {
        return fields[column];
    }

    void expectSize(int found) throws UnreadableFlowException {
        if (found != names.length) {
            throw new UnreadableFlowException("the line has " + found + " columns, " + origin + " has " + names.length
                    + ": name the order of the columns in input.<name>.fields, or put the header line before it");
        }
    }

    /** The packet's own address stands in for that of the interface where only it was logged, and end for start. */
    private static boolean gives(AwsVpcField needed, @Nullable AwsVpcField given) {
        return Stream.of(needed, standIn(needed)).anyMatch(field -> field == given);
    }

    private static AwsVpcField standIn(AwsVpcField needed) {
        return switch (needed) {
            case SRCADDR -> AwsVpcField.PKT_SRCADDR;
            case DSTADDR -> AwsVpcField.PKT_DSTADDR;
            case START -> AwsVpcField.END;
            default -> needed;
        };
    }

    private static String withoutBraces(String name) {
        return name.startsWith("${") && name.endsWith("}") ? name.substring(2, name.length() - 1) : name;
    }
}
