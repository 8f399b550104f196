package io.portolan.alert.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The published fields of ECS, against which a document is held field by field. */
public final class EcsSchema {
    static final String OWN = "portolan";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode fields;
    private final String version;

    private EcsSchema(JsonNode schema) {
        this.fields = schema.get("fields");
        this.version = schema.get("version").asText();
    }

    public static EcsSchema read() throws IOException {
        try (InputStream in = EcsSchema.class.getResourceAsStream("/siem/ecs-9.4.0.json")) {
            return new EcsSchema(MAPPER.readTree(in));
        }
    }

    String version() {
        return version;
    }

    /** The type of a field, as Elasticsearch calls it. */
    String type(String name) {
        return fields.get(name).get("type").asText() + (fields.get(name).has("array") ? ", list" : "");
    }

    /** The field as an index holds it: its type, and the length from which on a text is kept and not searched. */
    public Map<String, Object> mapping(String name) {
        JsonNode field = fields.get(name);
        Map<String, Object> mapping =
                new LinkedHashMap<>(Map.of("type", field.get("type").asText()));
        if (field.has("ignore_above")) {
            mapping.put("ignore_above", field.get("ignore_above").asInt());
        }
        return mapping;
    }

    /** What is wrong with the document; empty if nothing is. */
    List<String> faults(JsonNode document) {
        List<String> faults = new ArrayList<>();
        walk("", document, faults);
        if (!document.has("@timestamp") || !document.at("/ecs/version").asText().equals(version)) {
            faults.add("@timestamp or ecs.version is missing or of another version");
        }
        types(document, faults);
        return faults;
    }

    private void walk(String path, JsonNode object, List<String> faults) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = path + entry.getKey();
            if (name.equals(OWN)) {
                continue;
            }
            if (entry.getValue().isObject()) {
                walk(name + ".", entry.getValue(), faults);
            } else if (!fields.has(name)) {
                faults.add(name + " is no field of ECS");
            } else {
                field(name, fields.get(name), entry.getValue(), faults);
            }
        }
    }

    private static void field(String name, JsonNode field, JsonNode value, List<String> faults) {
        if (value.isArray() != field.has("array")) {
            faults.add(name + " is " + (field.has("array") ? "a list" : "no list"));
        }
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (!isOfType(field.get("type").asText(), item)) {
                faults.add(name + " is " + item + ", which is no " + field.get("type"));
            }
            if (field.has("allowed") && !texts(field.get("allowed")).contains(item.asText())) {
                faults.add(name + " may not be " + item);
            }
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "keyword", "match_only_text", "wildcard" -> value.isTextual();
            case "long" -> value.isIntegralNumber();
            case "float" -> value.isNumber();
            case "date" -> value.isTextual() && isTime(value.asText());
            case "ip" -> value.isTextual() && isAddress(value.asText());
            default -> false;
        };
    }

    /** ECS names for each category the types that go with it. */
    private void types(JsonNode document, List<String> faults) {
        Set<String> expected = new TreeSet<>();
        for (JsonNode category : document.at("/event/category")) {
            expected.addAll(texts(fields.get("event.category").get("types").path(category.asText())));
        }
        for (JsonNode type : document.at("/event/type")) {
            if (!expected.contains(type.asText())) {
                faults.add("event.type " + type + " goes with none of its categories");
            }
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static boolean isTime(String text) {
        return Instant.parse(text).toString().length() > 0;
    }

    private static boolean isAddress(String text) {
        try {
            return text.matches("[0-9a-f:.]+") && InetAddress.getByName(text) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
