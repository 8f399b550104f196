package io.portolan.wire.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Calls a registry as Confluent's clients do, and shows what comes back as status, space and body. */
final class HttpCalls {
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    HttpCalls(String url) {
        this.url = url;
    }

    String get(String path) {
        return text(send("GET", path, ""));
    }

    String delete(String path) {
        return text(send("DELETE", path, ""));
    }

    String put(String path, String body) {
        return text(send("PUT", path, body));
    }

    String post(String path, String body) {
        return text(send("POST", path, body));
    }

    /** Posts a schema, written with single quotes, inside its envelope. */
    String postSchema(String path, String schema) {
        return post(path, envelope(schema));
    }

    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .header("Accept", "application/vnd.schemaregistry.v1+json, application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    static String envelope(String schema) {
        return new ObjectMapper()
                .valueToTree(Map.of("schema", schema.replace('\'', '"')))
                .toString();
    }

    private static String text(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body().replace('"', '\'');
    }
}
