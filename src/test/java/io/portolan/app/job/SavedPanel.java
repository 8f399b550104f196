package io.portolan.app.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A visualization or a search of a file of saved objects, and the query that OpenSearch Dashboards makes of it: its figures
 * within its buckets, the first bucket outermost.
 *
 * @param query in Lucene's syntax
 * @param index pattern of the indices that it asks
 * @param aggs as they are saved; of a search none
 */
record SavedPanel(String id, String query, String index, List<JsonNode> aggs) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<SavedPanel> of(Path file) throws IOException {
        List<SavedPanel> panels = new ArrayList<>();
        String index = "";
        for (String line : Files.readAllLines(file)) {
            JsonNode object = MAPPER.readTree(line);
            JsonNode attributes = object.get("attributes");
            switch (object.get("type").asText()) {
                case "index-pattern" -> index = attributes.get("title").asText();
                case "visualization", "search" -> panels.add(panel(object, attributes, index));
                default -> {
                    // The dashboard itself asks nothing.
                }
            }
        }
        return panels;
    }

    private static SavedPanel panel(JsonNode object, JsonNode attributes, String index) throws JsonProcessingException {
        JsonNode source = MAPPER.readTree(
                attributes.at("/kibanaSavedObjectMeta/searchSourceJSON").asText());
        List<JsonNode> aggs = new ArrayList<>();
        if (attributes.has("visState")) {
            MAPPER.readTree(attributes.get("visState").asText()).get("aggs").forEach(aggs::add);
        }
        return new SavedPanel(
                object.get("id").asText(), source.at("/query/query").asText(), index, aggs);
    }

    List<JsonNode> figures() {
        return aggs.stream().filter(SavedPanel::isFigure).toList();
    }

    List<JsonNode> buckets() {
        return aggs.stream().filter(agg -> !isFigure(agg)).toList();
    }

    private static boolean isFigure(JsonNode agg) {
        return agg.get("schema").asText().equals("metric");
    }

    /** The body of the search. */
    String search() {
        ObjectNode body = MAPPER.createObjectNode().put("size", 0).put("track_total_hits", true);
        if (!query.isEmpty()) {
            body.putObject("query")
                    .putObject("query_string")
                    .put("query", query)
                    .put("analyze_wildcard", true);
        }
        ObjectNode within = body.putObject("aggs");
        for (JsonNode bucket : buckets()) {
            ObjectNode own = within.putObject(bucket.get("id").asText());
            addBucket(own, bucket);
            within = own.putObject("aggs");
        }
        for (JsonNode figure : figures()) {
            if (!figure.get("type").asText().equals("count")) {
                within.putObject(figure.get("id").asText())
                        .putObject(figure.get("type").asText())
                        .set("field", figure.at("/params/field"));
            }
        }
        return body.toString();
    }

    private void addBucket(ObjectNode own, JsonNode bucket) {
        ObjectNode kind = own.putObject(bucket.get("type").asText());
        JsonNode params = bucket.get("params");
        kind.set("field", params.get("field"));
        if (bucket.get("type").asText().equals("date_histogram")) {
            // What `auto` is follows from the time that is shown.
            kind.put("fixed_interval", "1d").set("min_doc_count", params.get("min_doc_count"));
            return;
        }
        kind.set("size", params.get("size"));
        JsonNode first = figures().get(0);
        boolean last = bucket.equals(buckets().get(buckets().size() - 1));
        boolean count = first.get("type").asText().equals("count");
        // A figure is known to the innermost buckets only, unless it is repeated in the outer ones.
        kind.putObject("order")
                .put(
                        count || !last ? "_count" : first.get("id").asText(),
                        params.get("order").asText());
    }
}
