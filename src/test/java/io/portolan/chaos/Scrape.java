package io.portolan.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;

/** Asks a job for its figures, as Prometheus does. */
final class Scrape {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    /** @param port of the job's HTTP side */
    Scrape(int port) {
        this.port = port;
    }

    /** The key that has the job listen there. */
    Map<String, String> keys() {
        return Map.of("http.port", Integer.toString(port));
    }

    /** The sum of a metric over all of its series that have this text among their labels; 0 if there is none. */
    long sum(String metric, String label) throws Exception {
        try (Stream<String> lines = get("/metrics").lines()) {
            return (long) lines.filter(line -> line.startsWith(metric))
                    .filter(line -> line.length() > metric.length() && " {".indexOf(line.charAt(metric.length())) >= 0)
                    .filter(line -> line.contains(label))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    /** The heap that the job uses, in MiB. */
    long heapMb() throws Exception {
        return sum("jvm_memory_used_bytes", "area=\"heap\"") >> 20;
    }

    /** What is answered at a path. */
    String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
