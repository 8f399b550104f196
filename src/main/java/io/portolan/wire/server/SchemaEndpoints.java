package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portolan.wire.server.Routes.Route;
import java.util.List;

/** {@code /schemas}. */
final class SchemaEndpoints {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaStore store;

    SchemaEndpoints(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/schemas/types", call -> Replies.texts(List.of("AVRO"))),
                new Route("GET", "/schemas/ids/*", this::byId),
                new Route("GET", "/schemas/ids/*/schema", this::schemaById),
                new Route("GET", "/schemas/ids/*/subjects", this::subjects),
                new Route("GET", "/schemas/ids/*/versions", this::versions));
    }

    /** A schema stays readable by its id after a soft delete, so that the data written with it does too. */
    private JsonNode byId(Call call) {
        StoredVersion any = store.versionsOf(call.id(), Deleted.INCLUDED).get(0);
        return JSON.objectNode().put("schema", any.text());
    }

    private JsonNode schemaById(Call call) {
        return Replies.schema(store.versionsOf(call.id(), Deleted.INCLUDED).get(0));
    }

    private JsonNode subjects(Call call) {
        return Replies.texts(store.versionsOf(call.id(), Deleted.in(call)).stream()
                .map(StoredVersion::subject)
                .distinct()
                .toList());
    }

    private JsonNode versions(Call call) {
        ArrayNode versions = JSON.arrayNode();
        for (StoredVersion version : store.versionsOf(call.id(), Deleted.in(call))) {
            versions.addObject().put("subject", version.subject()).put("version", version.version());
        }
        return versions;
    }
}
