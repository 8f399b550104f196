package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.portolan.wire.CompatibilityLevel;
import io.portolan.wire.server.Routes.Route;
import java.util.List;

/** {@code /config} and {@code /mode}. */
final class ConfigEndpoints {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaStore store;

    ConfigEndpoints(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/config", call -> level(store.levels(CompatibilityLevels::global))),
                new Route("PUT", "/config", this::setGlobal),
                new Route("DELETE", "/config", call -> level(store.levels(CompatibilityLevels::resetGlobal))),
                new Route("GET", "/config/*", this::ofSubject),
                new Route("PUT", "/config/*", this::setOfSubject),
                new Route("DELETE", "/config/*", this::removeOfSubject),
                new Route("GET", "/mode", call -> mode()),
                new Route("GET", "/mode/*", this::modeOfSubject));
    }

    private JsonNode setGlobal(Call call) {
        CompatibilityLevel level = requested(call);
        store.levels(levels -> {
            levels.setGlobal(level);
            return level;
        });
        return JSON.objectNode().put("compatibility", level.name());
    }

    private JsonNode ofSubject(Call call) {
        String subject = call.subject();
        return level(store.levels(levels -> call.flag("defaultToGlobal")
                ? levels.inScope(subject)
                : levels.of(subject).orElseThrow(() -> ApiError.compatibilityNotConfigured(subject))));
    }

    private JsonNode setOfSubject(Call call) {
        CompatibilityLevel level = requested(call);
        store.levels(levels -> {
            levels.set(call.subject(), level);
            return level;
        });
        return JSON.objectNode().put("compatibility", level.name());
    }

    private JsonNode removeOfSubject(Call call) {
        return level(store.levels(
                levels -> levels.remove(call.subject()).orElseThrow(() -> ApiError.subjectNotFound(call.subject()))));
    }

    private static CompatibilityLevel requested(Call call) {
        return CompatibilityLevel.of(call.json().path("compatibility").asText())
                .orElseThrow(ApiError::invalidCompatibilityLevel);
    }

    private static JsonNode level(CompatibilityLevel level) {
        return JSON.objectNode().put("compatibilityLevel", level.name());
    }

    /** The registry always takes reads and writes. */
    private static JsonNode mode() {
        return JSON.objectNode().put("mode", "READWRITE");
    }

    private JsonNode modeOfSubject(Call call) {
        if (call.flag("defaultToGlobal")) {
            return mode();
        }
        throw ApiError.modeNotConfigured(call.subject());
    }
}
