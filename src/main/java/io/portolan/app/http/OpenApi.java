package io.portolan.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * {@code /api/openapi.json}: the description of all this (OpenAPI 3.1). The paths are written by hand in a resource, the
 * records are those of schemas/.
 */
final class OpenApi {
    static final String PATH = "/api/openapi.json";
    private static final String RESOURCE = "/http/openapi.yaml";

    private OpenApi() {}

    static Reply reply() {
        return Reply.json(description());
    }

    /** The whole description. */
    static ObjectNode description() {
        ObjectNode description = base();
        ObjectNode schemas = description.withObject("/components/schemas");
        AvroJsonSchema records = new AvroJsonSchema(schemas);
        records.add(PortAlert.getClassSchema());
        records.add(PortServer.getClassSchema());
        // What a reader can do nothing with is not shown.
        schemas.withObject("/PortServer/properties").remove("client_sketch");
        removeRequired(schemas.withObject("/PortServer"), "client_sketch");
        return description;
    }

    private static void removeRequired(ObjectNode schema, String name) {
        var required = schema.withArray("required");
        for (int i = required.size() - 1; i >= 0; i--) {
            if (required.get(i).asText().equals(name)) {
                required.remove(i);
            }
        }
    }

    private static ObjectNode base() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode base = new YAMLMapper().readTree(in);
            return (ObjectNode) base;
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
