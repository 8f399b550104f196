package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.http.HttpService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::1"})
    void aJobThatStartsIsAliveAndNotReady(String host) throws IOException {
        Map<String, String> keys = Map.of("http.port", "0", "http.host", host, "http.token", "a-token-of-the-tests");
        try (HttpService server = HttpService.start(new PortolanConfig(keys).http(), "test")) {
            String file = config(
                    "http.host=" + host, "http.port=" + server.url().getPort(), "http.token=a-token-of-the-tests");

            assertThat(Run.of("health", "--config", file))
                    .isEqualTo(new Run(0, "{\"status\":\"UP\"}" + System.lineSeparator(), ""));
            Run ready = Run.of("health", "--ready", "--config", file);
            assertThat(ready.exit()).isEqualTo(1);
            assertThat(ready.out()).contains("\"status\":\"DOWN\"", "NOT_STARTED");
        }
    }

    @Test
    void aJobThatDoesNotAnswerIsNamedWithItsAddress() throws IOException {
        int port;
        try (HttpService server = HttpService.start(new PortolanConfig(Map.of("http.port", "0")).http(), "test")) {
            port = server.url().getPort();
        }

        Run run = Run.of("health", "--config", config("http.port=" + port));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors())
                .containsExactly(
                        "portolan: no job answers at http://127.0.0.1:" + port + "/health/live: Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.enabled=false", "http.port=0"})
    void whatHasNoAddressIsSaidSo(String line) throws IOException {
        Run run = Run.of("health", "--config", config(line));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("portolan: " + line + ": ");
    }

    private String config(String... lines) throws IOException {
        return Files.writeString(folder.resolve("portolan.properties"), String.join("\n", lines))
                .toString();
    }
}
