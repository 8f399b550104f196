package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;

/** Holds answers against the schemas of the description. */
public final class ApiDescription {
    private static final String ID = "https://portolan.example/openapi.json";

    private final SchemaRegistry registry;

    public ApiDescription() {
        String description = OpenApi.description().toString();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, description)));
    }

    /** Checks an answer by a schema of this name; returns it. */
    public JsonNode check(String name, JsonNode answer) {
        Schema schema = registry.getSchema(SchemaLocation.of(ID + "#/components/schemas/" + name));
        assertThat(schema.validate(answer)).as("%s as a %s", answer, name).isEmpty();
        return answer;
    }
}
