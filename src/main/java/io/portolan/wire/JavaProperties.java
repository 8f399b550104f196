package io.portolan.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** What Avro's code generator adds to a schema for Java alone, and the schema file does not have. */
final class JavaProperties {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JavaProperties() {}

    /** The schema without {@code avro.java.string}: that of the schema file, if the class was generated from one. */
    static Schema removedFrom(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            remove(tree);
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON: " + schema.getFullName(), e);
        }
    }

    private static void remove(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(GenericData.STRING_PROP);
        }
        node.forEach(JavaProperties::remove);
    }
}
