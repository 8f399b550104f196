package io.portolan.flow.format;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.avro.AvroFormat;
import io.portolan.flow.aws.AwsVpcFormat;
import io.portolan.flow.zeek.ZeekConnFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The input formats there are, by name. */
public final class FlowFormats {
    private static final List<FlowFormat> ALL =
            List.of(AvroFormat.format(), ZeekConnFormat.format(), AwsVpcFormat.format());

    private FlowFormats() {}

    /** All formats, in the order in which to show them. */
    public static List<FlowFormat> all() {
        return ALL;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are and the one nearest
     */
    public static FlowFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private static String unknown(String name) {
        String known = ALL.stream().map(FlowFormat::name).collect(Collectors.joining(", "));
        String wanted = name.toLowerCase(Locale.ROOT);
        String nearest = ALL.stream()
                .map(FlowFormat::name)
                .min(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
                .orElseThrow();
        return "unknown format " + name + "; known are " + known + ". Did you mean " + nearest + "?";
    }

    /** Letters to insert, drop or replace (Levenshtein); a name that is begun or contained is nearest of all. */
    private static int distance(String wanted, String candidate) {
        if (!wanted.isEmpty() && (candidate.startsWith(wanted) || wanted.startsWith(candidate))) {
            return 0;
        }
        int[] row = new int[candidate.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (wanted.charAt(i - 1) == candidate.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[candidate.length()];
    }
}
