package io.portolan.app.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.AvroJson;
import io.portolan.app.json.JsonTree;
import io.portolan.schema.PortTraffic;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Traffic of a job, summed over what is not asked for. */
public final class TrafficSums {
    private final TrafficQuery query;
    private final List<TrafficDimension> by;
    private final Map<List<Optional<String>>, Sum> sums = new HashMap<>();

    private record Sum(long flows, long bytes, long packets) {
        Sum plus(Sum other) {
            return new Sum(flows + other.flows, bytes + other.bytes, packets + other.packets);
        }
    }

    private TrafficSums(TrafficQuery query) {
        this.query = query;
        this.by = List.copyOf(new TreeSet<>(query.by()));
    }

    /** What one instance has. */
    public static ObjectNode here(JobState state, TrafficQuery asked) {
        Optional<Instant> newest = asked.to().isPresent() ? Optional.empty() : state.newestMinute();
        TrafficQuery query = asked.within(newest);
        TrafficSums sums = new TrafficSums(query);
        if (query.isBounded()) {
            state.traffic(query.from().orElseThrow(), query.to().orElseThrow()).forEach(sums::add);
        }
        return sums.answer(new Gathered(List.of(), List.of()));
    }

    /** What the instances have together, if they answered for the same minutes. */
    public static ObjectNode of(Gathered parts, TrafficQuery query) {
        TrafficSums sums = new TrafficSums(query);
        parts.items().forEach(sums::add);
        return sums.answer(parts);
    }

    /**
     * The minutes that instances answered for that were asked for their newest; they may differ, and the newest of all is
     * what was meant.
     */
    public static TrafficQuery newest(Gathered parts, TrafficQuery asked) {
        Optional<Instant> newest = parts.parts().stream()
                .map(part -> part.path("to").asText(""))
                .filter(to -> !to.isEmpty())
                .map(Instant::parse)
                .max(Comparator.naturalOrder())
                .map(to -> to.minus(TrafficQuery.MINUTE));
        return asked.within(newest);
    }

    /** Whether all of the instances answered for these minutes. */
    public static boolean agree(Gathered parts, TrafficQuery query) {
        String from = time(query.from());
        String to = time(query.to());
        return parts.parts().stream()
                .allMatch(part -> part.path("from").asText("").equals(from)
                        && part.path("to").asText("").equals(to));
    }

    private void add(PortTraffic traffic) {
        add(
                by.stream().map(dimension -> dimension.of(traffic)).toList(),
                new Sum(traffic.getFlows(), traffic.getBytes(), traffic.getPackets()));
    }

    private void add(ObjectNode item) {
        add(
                by.stream()
                        .map(dimension -> Optional.ofNullable(item.get(dimension.field()))
                                .filter(JsonNode::isTextual)
                                .map(JsonNode::asText))
                        .toList(),
                new Sum(
                        item.path("flows").asLong(),
                        item.path("bytes").asLong(),
                        item.path("packets").asLong()));
    }

    private void add(List<Optional<String>> key, Sum sum) {
        sums.merge(key, sum, Sum::plus);
    }

    private ObjectNode answer(Gathered parts) {
        ObjectNode answer = parts.answer(
                sums.entrySet().stream().sorted(order()).map(this::item).toList());
        query.from().ifPresentOrElse(time -> answer.put("from", text(time)), () -> answer.putNull("from"));
        query.to().ifPresentOrElse(time -> answer.put("to", text(time)), () -> answer.putNull("to"));
        return answer;
    }

    /** By minute, then most flows first, then by name, so that the same traffic is always told in the same order. */
    private Comparator<Map.Entry<List<Optional<String>>, Sum>> order() {
        boolean minutes = by.contains(TrafficDimension.MINUTE);
        return Comparator.comparing((Map.Entry<List<Optional<String>>, Sum> entry) ->
                        minutes ? entry.getKey().get(0).orElse("") : "")
                .thenComparing(entry -> -entry.getValue().flows())
                .thenComparing(entry ->
                        entry.getKey().stream().map(value -> value.orElse("")).collect(Collectors.joining("/")));
    }

    private ObjectNode item(Map.Entry<List<Optional<String>>, Sum> entry) {
        ObjectNode item = JsonTree.object();
        for (int i = 0; i < by.size(); i++) {
            item.put(by.get(i).field(), entry.getKey().get(i).orElse(null));
        }
        Sum sum = entry.getValue();
        return item.put("flows", sum.flows()).put("bytes", sum.bytes()).put("packets", sum.packets());
    }

    private static String time(Optional<Instant> time) {
        return time.map(TrafficSums::text).orElse("");
    }

    private static String text(Instant time) {
        return AvroJson.time(time.toEpochMilli());
    }
}
