package io.portolan.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.alert.ecs.EcsSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The composable index template of a topic in ECS, as OpenSearch and Elasticsearch take it. It knows every field that the view
 * can write, and an index that is made by it takes no other.
 */
final class IndexTemplate {
    private static final String OWN = "portolan.";
    /** From here on a text is kept and not searched, as in ECS; Lucene takes no term beyond 32,766 bytes. */
    private static final int SEARCHED_LENGTH = 1_024;

    private static final Set<String> ADDRESSES = Set.of("portolan.clients", "portolan.target_addresses");
    private static final Set<String> SENTENCES = Set.of(
            "portolan.allow_list",
            "portolan.assignment.description",
            "portolan.assignment.unauthorized_use",
            "portolan.change",
            "portolan.factors.reason",
            "portolan.hypotheses.evidence",
            "portolan.hypotheses.statement",
            "portolan.rule.false_positives",
            "portolan.triage.command");

    private final EcsSchema ecs;

    IndexTemplate(EcsSchema ecs) {
        this.ecs = ecs;
    }

    /** @param fields those that the view can write, each with a value */
    Map<String, Object> of(String topic, Map<String, JsonNode> fields) {
        Map<String, Map<String, Object>> mappings = new TreeMap<>();
        fields.forEach(
                (name, value) -> mappings.put(name, name.startsWith(OWN) ? own(name, value) : ecs.mapping(name)));
        // The pipeline writes it.
        mappings.put("event.ingested", ecs.mapping("event.ingested"));
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("settings", Map.of("index", settings(topic)));
        template.put("mappings", mappings(mappings));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("index_patterns", List.of(topic, topic + "-*"));
        whole.put("priority", 500);
        whole.put("template", template);
        whole.put(
                "_meta",
                Map.of("description", "Made of the fields of the view by SiemDefinitionsTest; change it there."));
        return whole;
    }

    private static Map<String, Object> settings(String topic) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("codec", "best_compression");
        settings.put("default_pipeline", topic);
        // A value that is not of its type, such as a host's name for an address, costs its field and not the document.
        settings.put("mapping.ignore_malformed", true);
        settings.put("refresh_interval", "5s");
        return settings;
    }

    private static Map<String, Object> mappings(Map<String, Map<String, Object>> fields) {
        Map<String, Object> properties = new TreeMap<>();
        fields.forEach((name, mapping) -> put(properties, name, mapping));
        Map<String, Object> mappings = new LinkedHashMap<>();
        mappings.put("dynamic", "strict");
        mappings.put("date_detection", false);
        mappings.put("properties", properties);
        return mappings;
    }

    @SuppressWarnings("unchecked") // an object holds nothing but the properties that were put into it here
    private static void put(Map<String, Object> properties, String name, Map<String, Object> mapping) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            properties.put(name, mapping);
            return;
        }
        Map<String, Object> object = (Map<String, Object>) properties.computeIfAbsent(
                name.substring(0, dot), any -> new TreeMap<>(Map.of("properties", new TreeMap<String, Object>())));
        put((Map<String, Object>) object.get("properties"), name.substring(dot + 1), mapping);
    }

    private static Map<String, Object> own(String name, JsonNode value) {
        if (ADDRESSES.contains(name)) {
            return Map.of("type", "ip");
        }
        if (SENTENCES.contains(name)) {
            return Map.of("type", "match_only_text");
        }
        if (value.isTextual()) {
            return new TreeMap<>(Map.of("type", "keyword", "ignore_above", SEARCHED_LENGTH));
        }
        return Map.of("type", value.isBoolean() ? "boolean" : "long");
    }
}
