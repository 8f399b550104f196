package io.portolan.app.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Alerts and servers of a job: lists of the newest, and one by its key. */
public final class Listed {
    /** Times are ISO 8601 in UTC of one length, so that their order is that of the text; none is the oldest. */
    private static final Comparator<ObjectNode> ALERTS = newest("raised_at", "dedup_key");

    private static final Comparator<ObjectNode> SERVERS = newest("last_seen", "address")
            .thenComparing(server -> server.path("port").asInt())
            .thenComparing(server -> server.path("transport").asText());

    private Listed() {}

    /** The alerts that one instance has. */
    public static ObjectNode alerts(JobState state, AlertQuery query) {
        return here(state.alerts(query).stream().map(JsonTree::of), ALERTS, query.limit());
    }

    /** The alerts that the instances together have. */
    public static ObjectNode alerts(Gathered parts, AlertQuery query) {
        return parts.answer(first(parts.items(), ALERTS, query.limit()));
    }

    /** The last alert of a story. */
    public static Optional<ObjectNode> alert(JobState state, String dedupKey) {
        return state.alert(dedupKey).map(JsonTree::of);
    }

    /** The servers that one instance has. */
    public static ObjectNode servers(JobState state, ServerQuery query) {
        return here(state.servers(query).stream().map(JsonTree::of).map(Listed::shown), SERVERS, query.limit());
    }

    /** The servers that the instances together have. */
    public static ObjectNode servers(Gathered parts, ServerQuery query) {
        return parts.answer(first(parts.items(), SERVERS, query.limit()));
    }

    /** The server of a key. */
    public static Optional<ObjectNode> server(JobState state, String key) {
        return state.server(key).map(JsonTree::of).map(Listed::shown);
    }

    /** The sketch is what the count is made of, and says nothing to a reader. */
    private static ObjectNode shown(ObjectNode server) {
        server.remove("client_sketch");
        return server;
    }

    private static ObjectNode here(Stream<ObjectNode> items, Comparator<ObjectNode> order, int limit) {
        return new Gathered(List.of(), List.of()).answer(first(items, order, limit));
    }

    private static List<ObjectNode> first(Stream<ObjectNode> items, Comparator<ObjectNode> order, int limit) {
        return items.sorted(order).limit(limit).toList();
    }

    private static Comparator<ObjectNode> newest(String time, String name) {
        return Comparator.comparing((ObjectNode item) -> item.path(time).asText(""))
                .reversed()
                .thenComparing(item -> item.path(name).asText(""));
    }
}
