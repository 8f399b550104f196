package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP exchanges into calls of the routes, and what those return or throw into Confluent's JSON. */
final class RegistryHandler implements HttpHandler {
    static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    /** Longest request body in bytes. */
    static final int MAX_BODY = 1 << 20;

    private static final Logger log = LoggerFactory.getLogger(RegistryHandler.class);

    private final Routes routes;

    RegistryHandler(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                reply(exchange, 200, answer(exchange));
            } catch (ApiError e) {
                reply(exchange, e.status(), error(e.code(), e.getMessage()));
            } catch (RuntimeException e) {
                log.error("Request {} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                reply(exchange, 500, error(50001, "Error in the registry: " + e));
            }
        }
    }

    private JsonNode answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw ApiError.bodyTooLarge(MAX_BODY);
        }
        return routes.call(exchange.getRequestMethod(), exchange.getRequestURI(), body);
    }

    private static JsonNode error(int code, String message) {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", message);
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
        // The JDK's server sends head and body apart: on a kept connection the body would wait 40 ms for the delayed
        // ACK.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
