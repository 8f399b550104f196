package io.portolan.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as a program needs it: without the words for readers. */
final class PlainSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainSchema() {}

    static String of(Schema schema) {
        try {
            JsonNode tree = MAPPER.readTree(schema.toString());
            strip(tree);
            return tree.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("doc");
            object.remove("avro.java.string");
        }
        node.forEach(PlainSchema::strip);
    }
}
