package io.portolan.wire.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request that found its route. */
final class Call {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> arguments;
    private final Map<String, String> query;
    private final byte[] body;

    /**
     * A request.
     *
     * @param arguments the path's segments where the route has a place for one, decoded
     * @param query query parameters, decoded; the last of a name counts
     * @param body request body, as sent
     */
    Call(List<String> arguments, Map<String, String> query, byte[] body) {
        this.arguments = arguments;
        this.query = query;
        this.body = body;
    }

    /** The first argument, a subject in most routes. */
    String subject() {
        return arguments.get(0);
    }

    VersionNumber version() {
        return VersionNumber.parse(arguments.get(1));
    }

    /** The first argument as a schema id. */
    int id() {
        try {
            return Integer.parseInt(arguments.get(0));
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }

    String parameter(String name, String fallback) {
        return query.getOrDefault(name, fallback);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    JsonNode json() {
        try {
            JsonNode tree = JSON.readTree(body);
            if (!tree.isObject()) {
                throw ApiError.badRequest("Request body is not a JSON object");
            }
            return tree;
        } catch (IOException e) {
            throw ApiError.badRequest("Request body is not JSON: " + e.getMessage());
        }
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String parameter : uri.getRawQuery().split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(parameter.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
