package io.portolan.app.sql;

import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.PortAlert;
import io.portolan.topology.Topic;
import io.portolan.topology.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;

/**
 * A table that a statement may name, and the topic behind it.
 *
 * @param name of the table
 * @param topic which of the topics
 * @param schema of the topic's values, from which the columns follow
 * @param kind what a record of the topic is to the table
 */
public record TopicTable(String name, Function<Topics, Topic> topic, Schema schema, Kind kind) {
    /** What a record is to its table. */
    public enum Kind {
        /** A row. */
        LOG,
        /** The row of its key, in place of an earlier one; without a value, the end of that row. */
        UPSERT
    }

    private static final List<TopicTable> ALL = List.of(
            new TopicTable("flows", Topics::enrichedFlows, EnrichedFlow.getClassSchema(), Kind.LOG),
            new TopicTable("alerts", Topics::portAlerts, PortAlert.getClassSchema(), Kind.LOG));

    /** Every table that there is. */
    public static List<TopicTable> all() {
        return ALL;
    }

    /** The table of a name, in any case. */
    public static Optional<TopicTable> named(String name) {
        return ALL.stream()
                .filter(table -> table.name.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
