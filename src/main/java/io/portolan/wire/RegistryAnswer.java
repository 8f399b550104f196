package io.portolan.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * What a registry answered to a successful request. An answer that no registry would give is a failure of the
 * configuration: something else listens there.
 *
 * @param source address of the request, for messages
 * @param body the answer
 */
record RegistryAnswer(String source, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a response.
     *
     * @throws SchemaRegistryException if it is a registry's refusal
     * @throws NotARegistryException if it does not come from a registry at all
     */
    static RegistryAnswer read(RegistryResponse response) {
        String source = response.uri().toString();
        int status = response.status();
        if (status / 100 == 2) {
            return new RegistryAnswer(source, parse(source, response.body()));
        }
        throw refusal(source, status, response.body());
    }

    private static JsonNode parse(String source, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw foreign(source, "an answer that is not JSON");
        }
    }

    private static SchemaRegistryException refusal(String source, int status, String text) {
        JsonNode body;
        try {
            body = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            body = JSON.createObjectNode();
        }
        String message = body.path("message").asText("no reason given");
        return new SchemaRegistryException(
                "Schema registry answered " + status + " to " + source + ": " + message,
                status,
                body.path("error_code").asInt(status));
    }

    private static NotARegistryException foreign(String source, String what) {
        return new NotARegistryException(
                "What listens at " + source + " is no schema registry: " + what + "; check " + SerdeConfiguration.URL,
                null);
    }

    int id() {
        return number("id");
    }

    Schema schema() {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new SchemaRegistryException(
                    "The schema at " + source + " is of type " + type + ", not AVRO",
                    200,
                    SchemaRegistryException.INVALID);
        }
        try {
            return new Schema.Parser().parse(text("schema"));
        } catch (AvroRuntimeException e) {
            throw new SchemaRegistryException(
                    "The schema at " + source + " is no Avro schema: " + e.getMessage(),
                    200,
                    SchemaRegistryException.INVALID);
        }
    }

    RegisteredSchema registeredSchema() {
        return new RegisteredSchema(text("subject"), number("version"), id(), schema());
    }

    CompatibilityLevel level() {
        String name = text("compatibilityLevel");
        return CompatibilityLevel.of(name).orElseThrow(() -> foreign(source, "compatibility level " + name));
    }

    CompatibilityCheck check() {
        List<String> messages =
                elements(body.path("messages")).map(JsonNode::asText).toList();
        return new CompatibilityCheck(field("is_compatible").asBoolean(), messages);
    }

    List<Integer> integers() {
        return elements(body).map(JsonNode::asInt).toList();
    }

    List<String> texts() {
        return elements(body).map(JsonNode::asText).toList();
    }

    /** Jackson would make a zero of what is no number, and an id of it that is kept. */
    private int number(String name) {
        JsonNode value = field(name);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw foreign(source, "the field " + name + " of its answer is no number");
        }
        return value.asInt();
    }

    private String text(String name) {
        JsonNode value = field(name);
        if (!value.isTextual()) {
            throw foreign(source, "the field " + name + " of its answer is no text");
        }
        return value.asText();
    }

    private JsonNode field(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            throw foreign(source, "its answer has no field " + name);
        }
        return value;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
