package io.portolan.app.command;

import io.portolan.app.cluster.Bounds;
import io.portolan.app.cluster.OffsetRange;
import io.portolan.app.sql.OffsetText;
import io.portolan.app.sql.TimeText;
import io.portolan.app.sql.TopicTable;
import io.portolan.topology.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which records of the topics are read. */
final class SqlBounds {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Only records that Kafka has this time of or a later one: 2026-11-23T10:15:00Z, 2026-11-23 (UTC),"
                            + " or how long ago: 90m, 12h, 7d, PT1H30M. It is the time of arrival; a flow has times of its own.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only records of an earlier time than this.")
    private @Nullable String to;

    @Option(
            names = "--offsets",
            paramLabel = "RANGE",
            description =
                    "Only these offsets, TABLE/PARTITION:FIRST-LAST, both included, for example flows/0:100-200 or"
                            + " flows/0:100-; of a table that is named, no other partition is read. May be repeated.")
    private List<String> offsets = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The bounds of each table. */
    Function<TopicTable, Bounds> of(Topics topics, Instant now) {
        Optional<Instant> earliest = time("--from", from, now);
        Optional<Instant> latest = time("--to", to, now);
        if (earliest.isPresent() && latest.isPresent() && !earliest.get().isBefore(latest.get())) {
            throw wrong("--from has to be before --to");
        }
        Map<TopicTable, Map<Integer, OffsetRange>> ranges = new HashMap<>();
        offsets.forEach(text -> add(text, topics, ranges));
        return table -> new Bounds(earliest, latest, ranges.getOrDefault(table, Map.of()));
    }

    private void add(String text, Topics topics, Map<TopicTable, Map<Integer, OffsetRange>> ranges) {
        try {
            OffsetText offset = OffsetText.parse(text, topics);
            Map<Integer, OffsetRange> ofTable = ranges.computeIfAbsent(offset.table(), table -> new HashMap<>());
            if (ofTable.put(offset.partition(), offset.range()) != null) {
                throw new IllegalArgumentException("partition " + offset.partition() + " is named twice");
            }
        } catch (IllegalArgumentException e) {
            throw wrong("--offsets: " + e.getMessage());
        }
    }

    private Optional<Instant> time(String option, @Nullable String text, Instant now) {
        try {
            return Optional.ofNullable(text).map(given -> TimeText.parse(given, now));
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
