package io.portolan.app.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The page with answers that no healthy job gives: strings of an attacker, instances that are away, a stream that breaks,
 * a token that is asked for. The headers are those of the real server.
 */
final class PageServer implements AutoCloseable {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> EVENTS = List.of("traffic", "alerts", "servers", "topology");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();
    private final List<OutputStream> readers = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String token = "";

    private PageServer(HttpServer server) {
        this.server = server;
    }

    /** With the answers of {@code src/test/resources/page}. */
    static PageServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PageServer page = new PageServer(http);
        for (String name : List.of("traffic", "alerts", "servers", "topology", "card", "ready")) {
            try (InputStream in = PageServer.class.getResourceAsStream("/page/" + name + ".json")) {
                page.answers.put(name, JSON.readTree(in));
            }
        }
        ObjectNode topology = (ObjectNode) page.answers.get("topology");
        topology.put("mermaid", Files.readString(Path.of("topology/rendered/topology.mmd")));
        topology.put("topology", Files.readString(Path.of("topology/rendered/topology.txt")));
        http.setExecutor(page.threads);
        http.createContext("/", page::handle);
        http.start();
        return page;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The answer of this name, to be changed by its holder. */
    ObjectNode answer(String name) {
        return (ObjectNode) answers.get(name);
    }

    /** From now on whoever asks below /api needs this token. */
    void demand(String wanted) {
        token = wanted;
    }

    /** Paths with queries that were asked for below /api, without the events. */
    List<String> asked() {
        return asked;
    }

    /** Readers of the events who are connected. */
    int readers() {
        return readers.size();
    }

    /** Sends the answers of now to all who read the events. */
    void send() throws IOException {
        for (OutputStream reader : readers) {
            sendTo(reader);
        }
    }

    /** Sends these bytes of a stream of events. */
    void send(String text) throws IOException {
        for (OutputStream reader : readers) {
            reader.write(text.getBytes(StandardCharsets.UTF_8));
            reader.flush();
        }
    }

    /** Ends the stream of all who read the events. */
    void hangUp() throws IOException {
        List<OutputStream> all = List.copyOf(readers);
        readers.clear();
        for (OutputStream reader : all) {
            reader.close();
        }
    }

    private void sendTo(OutputStream reader) throws IOException {
        for (String event : EVENTS) {
            reader.write(
                    ("event: " + event + "\ndata: " + answers.get(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
        reader.flush();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/")) {
            api(exchange, path);
        } else if (path.equals("/health/ready")) {
            json(exchange, 200, answers.get("ready"));
        } else {
            file(exchange, resource(path));
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!token.isEmpty() && !("Bearer " + token).equals(authorization)) {
            json(exchange, 401, problem("Unauthorized", "a bearer token is needed"));
        } else if (path.equals("/api/events")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            sendTo(exchange.getResponseBody());
            readers.add(exchange.getResponseBody());
        } else {
            asked.add(exchange.getRequestURI().toString());
            String name = path.startsWith("/api/ports/") ? "card" : path.substring("/api/".length());
            json(exchange, 200, answers.get(name));
        }
    }

    private static ObjectNode problem(String title, String detail) {
        return JSON.createObjectNode().put("title", title).put("detail", detail);
    }

    private static String resource(String path) {
        return path.startsWith("/assets/") ? "/web" + path : "/web/index.html";
    }

    private static void file(HttpExchange exchange, String resource) throws IOException {
        try (InputStream in = PageServer.class.getResourceAsStream(resource)) {
            byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
            String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
            reply(exchange, in == null ? 404 : 200, type, bytes);
        }
    }

    private static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        String type = status < 400 ? "application/json" : "application/problem+json";
        reply(exchange, status, type, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
