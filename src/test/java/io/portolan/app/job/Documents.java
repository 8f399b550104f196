package io.portolan.app.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Counts documents as a panel asks for it, without an index: what its answer is held against. */
record Documents(List<JsonNode> documents) {
    private static final Comparator<List<String>> ORDER = Comparator.comparing(List::toString);

    /** Figures by the values of the buckets, outermost first; only where a document has all of them. */
    Map<List<String>, List<Double>> rows(SavedPanel panel) {
        Map<List<String>, List<JsonNode>> rows = new TreeMap<>(ORDER);
        documents.stream()
                .filter(document -> matches(panel.query(), document))
                .forEach(document -> keys(panel.buckets(), document)
                        .forEach(key -> rows.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(document)));
        Map<List<String>, List<Double>> figures = new TreeMap<>(ORDER);
        rows.forEach((key, members) -> figures.put(
                key,
                panel.figures().stream().map(figure -> figure(figure, members)).toList()));
        return figures;
    }

    /** How many the panel is made of. */
    long count(SavedPanel panel) {
        return documents.stream()
                .filter(document -> matches(panel.query(), document))
                .count();
    }

    /** Clauses of one field and value, all of which have to be true. */
    private static boolean matches(String query, JsonNode document) {
        return query.isEmpty()
                || Arrays.stream(query.split(" AND ")).allMatch(clause -> {
                    boolean not = clause.startsWith("NOT ");
                    String[] parts =
                            clause.replaceFirst("^NOT ", "").replace("\"", "").split(":", 2);
                    return not != values(parts[0], document).anyMatch(parts[1]::equals);
                });
    }

    private static List<List<String>> keys(List<JsonNode> buckets, JsonNode document) {
        List<List<String>> keys = List.of(List.of());
        for (JsonNode bucket : buckets) {
            List<String> values = values(bucket.at("/params/field").asText(), document)
                    .map(value -> bucket.get("type").asText().equals("date_histogram") ? day(value) : value)
                    .distinct()
                    .toList();
            keys = keys.stream()
                    .flatMap(key -> values.stream()
                            .map(value -> Stream.concat(key.stream(), Stream.of(value))
                                    .toList()))
                    .toList();
        }
        return keys;
    }

    private static double figure(JsonNode figure, List<JsonNode> members) {
        String field = figure.at("/params/field").asText();
        Stream<String> values = members.stream().flatMap(member -> values(field, member));
        return switch (figure.get("type").asText()) {
            case "count" -> members.size();
            case "sum" -> values.mapToDouble(Double::parseDouble).sum();
            case "max" -> values.mapToDouble(Double::parseDouble).max().orElse(Double.NaN);
            case "cardinality" -> {
                Set<String> different = new HashSet<>();
                values.forEach(different::add);
                yield different.size();
            }
            default -> throw new IllegalArgumentException("nothing is known of " + figure);
        };
    }

    private static Stream<String> values(String field, JsonNode document) {
        JsonNode value = document.at("/" + field.replace('.', '/'));
        if (value.isMissingNode()) {
            return Stream.empty();
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value.asText());
    }

    static String day(String time) {
        return Instant.parse(time).truncatedTo(ChronoUnit.DAYS).toString();
    }
}
