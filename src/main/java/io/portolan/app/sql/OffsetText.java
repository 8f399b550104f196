package io.portolan.app.sql;

import io.portolan.app.cluster.OffsetRange;
import io.portolan.topology.Topics;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offsets of a partition as a user gives them.
 *
 * @param table a table or its topic
 * @param partition 0 or more
 * @param range the offsets, both ends included
 */
public record OffsetText(TopicTable table, int partition, OffsetRange range) {
    private static final Pattern FORM = Pattern.compile("([^/]+)/(\\d{1,9}):(\\d{0,18})(?:(-)(\\d{0,18}))?");

    /**
     * Reads for example {@code flows/0:100-200}, {@code flows/0:100-}, {@code flows/0:-200} or {@code flows/0:100}.
     *
     * @param topics by which a topic may be named in place of its table
     * @throws IllegalArgumentException if it is not of that form, or there is no such table
     */
    public static OffsetText parse(String text, Topics topics) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()
                || (parts.group(3).isEmpty()
                        && (parts.group(5) == null || parts.group(5).isEmpty()))) {
            throw new IllegalArgumentException("'" + text + "' names no offsets; give TABLE/PARTITION:FIRST-LAST, for"
                    + " example flows/0:100-200 or flows/0:100-");
        }
        TopicTable table = TopicTable.all().stream()
                .filter(each -> parts.group(1).equals(each.name())
                        || parts.group(1).equals(each.topic().apply(topics).name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(UnknownTable.message(parts.group(1))));
        return new OffsetText(table, Integer.parseInt(parts.group(2)), range(parts));
    }

    private static OffsetRange range(Matcher parts) {
        long first = parts.group(3).isEmpty() ? 0 : Long.parseLong(parts.group(3));
        if (parts.group(4) == null) {
            return new OffsetRange(first, first);
        }
        return new OffsetRange(first, parts.group(5).isEmpty() ? Long.MAX_VALUE : Long.parseLong(parts.group(5)));
    }
}
