package io.portolan.app.job;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An OpenSearch node in a process of its own, asked over HTTP. Maven names its libraries (see pom.xml). */
final class OpenSearch implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target/opensearch.classpath");
    private static final Path SOURCE = Path.of("src/opensearch/java/io/portolan/opensearch/OpenSearchNode.java");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final Path address;

    private OpenSearch(Process process, Path log, Path address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts one whose data are in the folder; {@link #awaitStart} tells when it answers. */
    static OpenSearch begin(Path folder) throws IOException {
        Path address = folder.resolve("address");
        Path log = folder.resolve("opensearch.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                SOURCE.toString(),
                folder.toString(),
                address.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new OpenSearch(process, log, address);
    }

    OpenSearch awaitStart() {
        await().atMost(Duration.ofMinutes(2)).failFast(this::assertAlive).until(() -> Files.exists(address));
        return this;
    }

    private void assertAlive() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("the node has ended: " + Files.readString(log));
        }
    }

    String url() throws IOException {
        return "http://" + Files.readString(address);
    }

    JsonNode get(String path) throws Exception {
        return ask("GET", path, "");
    }

    JsonNode put(String path, Path body) throws Exception {
        return ask("PUT", path, Files.readString(body));
    }

    /** An error of the node is an error here, with its reason. */
    JsonNode ask(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " " + body + "\n" + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }

    /** Indexes documents, each on a line of its own, and returns what the node says to each. */
    List<JsonNode> index(String index, List<String> documents) throws Exception {
        StringBuilder body = new StringBuilder();
        documents.forEach(
                document -> body.append("{\"index\":{}}\n").append(document).append('\n'));
        List<JsonNode> answers = new ArrayList<>();
        ask("POST", "/" + index + "/_bulk?refresh=true", body.toString())
                .get("items")
                .forEach(item -> answers.add(item.get("index")));
        return answers;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
