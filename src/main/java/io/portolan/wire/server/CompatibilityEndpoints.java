package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.wire.server.Routes.Route;
import java.util.List;
import java.util.Optional;

/** {@code /compatibility}. */
final class CompatibilityEndpoints {
    private final SchemaStore store;

    CompatibilityEndpoints(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "POST",
                        "/compatibility/subjects/*/versions/*",
                        call -> check(call, Optional.of(call.version()))),
                new Route("POST", "/compatibility/subjects/*/versions", call -> check(call, Optional.empty())));
    }

    private JsonNode check(Call call, Optional<VersionNumber> version) {
        List<String> violations = store.violations(call.subject(), SchemaRequest.schema(call), version);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("is_compatible", violations.isEmpty());
        if (call.flag("verbose")) {
            answer.set("messages", Replies.texts(violations));
        }
        return answer;
    }
}
