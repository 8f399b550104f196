package io.portolan.wire.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Bodies of answers. */
final class Replies {
    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    static JsonNode texts(List<String> texts) {
        ArrayNode array = FACTORY.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static JsonNode numbers(List<Integer> numbers) {
        ArrayNode array = FACTORY.arrayNode();
        numbers.forEach(array::add);
        return array;
    }

    static JsonNode version(StoredVersion version) {
        return FACTORY.objectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schema", version.text());
    }

    /** The schema itself, not inside a string. */
    static JsonNode schema(StoredVersion version) {
        try {
            return JSON.readTree(version.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON", e);
        }
    }
}
