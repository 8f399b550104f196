package io.portolan.app.sql;

import io.portolan.topology.Topics;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What to say of a table that there is not. */
final class UnknownTable {
    /** So many letters apart, and a name may be the one that was meant. */
    private static final int NEAR = 3;

    private UnknownTable() {}

    /** The name, the table that may be meant, and all that there are. */
    static String message(String name) {
        String all = TopicTable.all().stream().map(TopicTable::name).collect(Collectors.joining(", "));
        return "there is no table " + name
                + meant(name)
                        .map(table -> "; did you mean " + table.name() + "?")
                        .orElse(";") + " The tables are "
                + all;
    }

    /** A topic is often named in place of its table. */
    private static Optional<TopicTable> meant(String name) {
        String given = name.toLowerCase(Locale.ROOT);
        Topics topics = Topics.bundled();
        LevenshteinDistance distance = new LevenshteinDistance(NEAR);
        return TopicTable.all().stream()
                .filter(table -> table.topic().apply(topics).name().equals(given))
                .findFirst()
                .or(() -> TopicTable.all().stream()
                        .filter(table -> distance.apply(given, table.name()) >= 0)
                        .min(Comparator.comparing(table -> distance.apply(given, table.name()))));
    }
}
