package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portolan.wire.server.Routes.Route;
import java.util.List;
import org.apache.avro.Schema;

/** {@code /subjects}. */
final class SubjectEndpoints {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaStore store;

    SubjectEndpoints(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/subjects", this::subjects),
                new Route("POST", "/subjects/*", this::lookUp),
                new Route("DELETE", "/subjects/*", this::deleteSubject),
                new Route("GET", "/subjects/*/versions", this::versions),
                new Route("POST", "/subjects/*/versions", this::register),
                new Route("GET", "/subjects/*/versions/*", this::version),
                new Route("DELETE", "/subjects/*/versions/*", this::deleteVersion),
                new Route("GET", "/subjects/*/versions/*/schema", this::schemaOfVersion),
                new Route("GET", "/subjects/*/versions/*/referencedby", this::referencedBy));
    }

    private JsonNode subjects(Call call) {
        String prefix = call.parameter("subjectPrefix", "");
        return Replies.texts(store.subjects(Deleted.in(call)).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList());
    }

    private JsonNode lookUp(Call call) {
        Schema schema = SchemaRequest.schema(call);
        return Replies.version(store.lookUp(call.subject(), schema, Deleted.in(call)));
    }

    private JsonNode register(Call call) {
        int id = store.register(call.subject(), SchemaRequest.schema(call));
        return JSON.objectNode().put("id", id);
    }

    private JsonNode versions(Call call) {
        return Replies.numbers(store.versions(call.subject(), Deleted.in(call)).stream()
                .map(StoredVersion::version)
                .toList());
    }

    private JsonNode version(Call call) {
        return Replies.version(store.version(call.subject(), call.version(), Deleted.in(call)));
    }

    private JsonNode schemaOfVersion(Call call) {
        return Replies.schema(store.version(call.subject(), call.version(), Deleted.in(call)));
    }

    /** Always empty, as this registry takes no references. */
    private JsonNode referencedBy(Call call) {
        store.version(call.subject(), call.version(), Deleted.INCLUDED);
        return JSON.arrayNode();
    }

    private JsonNode deleteSubject(Call call) {
        return Replies.numbers(store.deleteSubject(call.subject(), call.flag("permanent")));
    }

    private JsonNode deleteVersion(Call call) {
        return IntNode.valueOf(store.deleteVersion(call.subject(), call.version(), call.flag("permanent")));
    }
}
