package io.portolan.alert.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The published classes and objects of OCSF, against which an event is held attribute by attribute. */
final class OcsfSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MAX_PORT = 65_535;

    private final JsonNode schema;

    private OcsfSchema(JsonNode schema) {
        this.schema = schema;
    }

    static OcsfSchema read() throws IOException {
        try (InputStream in = OcsfSchema.class.getResourceAsStream("/siem/ocsf-1.9.0.json")) {
            return new OcsfSchema(MAPPER.readTree(in));
        }
    }

    String version() {
        return schema.get("version").asText();
    }

    /** What is wrong with the event; empty if nothing is. */
    List<String> faults(JsonNode event) {
        List<String> faults = new ArrayList<>();
        String uid = event.path("class_uid").asText();
        if (!schema.at("/classes/" + uid).isObject()) {
            return List.of("class_uid is " + uid);
        }
        walk("", uid, attributes(event, uid), event, faults);
        if (event.path("type_uid").asLong()
                != event.path("class_uid").asLong() * 100
                        + event.path("activity_id").asLong()) {
            faults.add("type_uid is not that of class and activity");
        }
        if (!event.at("/metadata/version").asText().equals(version())) {
            faults.add("metadata.version is another one");
        }
        return faults;
    }

    /** Those of the class and of the profiles that the event says it has. */
    private Map<String, JsonNode> attributes(JsonNode event, String uid) {
        Map<String, JsonNode> attributes = new HashMap<>();
        for (JsonNode profile : event.at("/metadata/profiles")) {
            schema.at("/profiles/" + profile.asText())
                    .properties()
                    .forEach(a -> attributes.put(a.getKey(), a.getValue()));
        }
        schema.at("/classes/" + uid).properties().forEach(a -> attributes.put(a.getKey(), a.getValue()));
        return attributes;
    }

    private void walk(
            String path, String type, Map<String, JsonNode> attributes, JsonNode object, List<String> faults) {
        attributes.forEach((name, attribute) -> {
            if (attribute.has("required") && !object.has(name)) {
                faults.add(path + name + " is required");
            }
        });
        JsonNode one = schema.at("/at_least_one/" + type);
        if (one.isArray() && !hasOne(one, object)) {
            faults.add(path + " has none of " + one);
        }
        object.properties().forEach(entry -> {
            JsonNode attribute = attributes.get(entry.getKey());
            if (attribute == null) {
                faults.add(path + entry.getKey() + " is no attribute of " + type);
            } else {
                attribute(path + entry.getKey(), attribute, entry.getValue(), faults);
                caption(path, entry.getKey(), attribute, object, faults);
            }
        });
    }

    private static boolean hasOne(JsonNode names, JsonNode object) {
        for (JsonNode name : names) {
            if (object.has(name.asText())) {
                return true;
            }
        }
        return false;
    }

    private void attribute(String path, JsonNode attribute, JsonNode value, List<String> faults) {
        if (value.isArray() != attribute.has("array")) {
            faults.add(path + " is " + (attribute.has("array") ? "a list" : "no list"));
        }
        String type = attribute.get("type").asText();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            if (schema.at("/objects/" + type).isObject()) {
                Map<String, JsonNode> attributes = new HashMap<>();
                schema.at("/objects/" + type).properties().forEach(a -> attributes.put(a.getKey(), a.getValue()));
                walk(path + ".", type, attributes, item, faults);
            } else if (!isOfType(type, item)) {
                faults.add(path + " is " + item + ", which is no " + type);
            }
            if (attribute.has("enum") && !attribute.get("enum").has(item.asText())) {
                faults.add(path + " may not be " + item);
            }
        }
    }

    /** The text beside a number says what the number means; beside 99, Other, it says what only the producer knows. */
    private static void caption(String path, String name, JsonNode attribute, JsonNode object, List<String> faults) {
        String sibling = name.replaceFirst("_u?id$", "");
        JsonNode text = object.has(sibling + "_name") ? object.get(sibling + "_name") : object.get(sibling);
        if (sibling.equals(name) || text == null || !attribute.has("enum")) {
            return;
        }
        String id = object.get(name).asText();
        if (!id.equals("99") && !attribute.get("enum").path(id).asText().equals(text.asText())) {
            faults.add(path + name + " is " + id + " and not " + text);
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string_t" -> value.isTextual();
            case "url_t" -> value.isTextual() && URI.create(value.asText()).isAbsolute();
            case "integer_t" -> value.isInt();
            case "long_t", "timestamp_t" -> value.isIntegralNumber() && value.canConvertToLong();
            case "boolean_t" -> value.isBoolean();
            case "port_t" -> value.isInt() && value.asLong() >= 0 && value.asLong() <= MAX_PORT;
            case "ip_t" -> value.isTextual() && isAddress(value.asText());
            case "json_t" -> true;
            case "object" -> value.isObject();
            default -> false;
        };
    }

    private static boolean isAddress(String text) {
        try {
            return text.matches("[0-9a-f:.]+") && InetAddress.getByName(text) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
