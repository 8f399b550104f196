package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The schema inside a request body. */
final class SchemaRequest {
    private SchemaRequest() {}

    /**
     * Reads the schema.
     *
     * @throws ApiError 42201 if it is none, or not Avro
     */
    static Schema schema(Call call) {
        JsonNode body = call.json();
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw ApiError.invalidSchema("type " + type + " is not supported, only AVRO");
        }
        if (!body.path("references").isEmpty()) {
            throw ApiError.invalidSchema("references are not supported");
        }
        if (!body.path("schema").isTextual()) {
            throw ApiError.invalidSchema("the field schema is missing or is no string");
        }
        try {
            return new Schema.Parser().parse(body.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw ApiError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
