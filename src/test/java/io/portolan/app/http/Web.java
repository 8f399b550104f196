package io.portolan.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a test asks a server, as any client would. */
public final class Web {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI server;
    private final Map<String, String> headers = new HashMap<>();

    public Web(URI server) {
        this(server, HttpClient.newHttpClient());
    }

    private Web(URI server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    /** What speaks to a server as its configuration demands: with its token, and trusting its certificate. */
    public static Web of(HttpService server, PortolanConfig config) {
        HttpClient.Builder client = HttpClient.newBuilder();
        Tls.client(config.http().tls()).ifPresent(client::sslContext);
        Web web = new Web(server.url(), client.build());
        config.http().token().ifPresent(token -> web.with("Authorization", "Bearer " + token.value()));
        return web;
    }

    /** A server on a free port, without a job. */
    static HttpService start(Map<String, String> keys) {
        Map<String, String> all = new HashMap<>(Map.of("http.port", "0"));
        all.putAll(keys);
        return HttpService.start(new PortolanConfig(all).http(), "portolan-test");
    }

    public Web with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return json(get(path));
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }
}
