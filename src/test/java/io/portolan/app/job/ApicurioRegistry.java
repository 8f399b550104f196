package io.portolan.app.job;

import io.portolan.app.broker.FreePorts;
import io.portolan.wire.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Apicurio's registry in a process of its own, in memory.
 *
 * @param process that runs
 * @param url of its Confluent API
 */
record ApicurioRegistry(Process process, String url) implements AutoCloseable {
    static ApicurioRegistry start(Path archive, Path folder) throws Exception {
        int unpacked = new ProcessBuilder("tar", "-xzf", archive.toString())
                .directory(folder.toFile())
                .start()
                .waitFor();
        if (unpacked != 0) {
            throw new IOException("tar does not unpack " + archive);
        }
        return run(program(folder), folder);
    }

    private static Path program(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static ApicurioRegistry run(Path program, Path folder) throws IOException {
        int port = FreePorts.one();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.enabled=false",
                        "-Dquarkus.otel.sdk.disabled=true",
                        "-Dapicurio.ccompat.use-canonical-hash=true",
                        "-jar",
                        program.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("apicurio.log").toFile())
                .start();
        ApicurioRegistry registry = new ApicurioRegistry(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        SchemaRegistryClient client =
                new SchemaRegistryClient(Map.of("schema.registry.url", registry.url, "max.retries", 0));
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> client.subjects().isEmpty());
        return registry;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
