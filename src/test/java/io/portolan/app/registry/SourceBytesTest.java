package io.portolan.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SourceBytesTest {
    @TempDir
    private Path folder;

    @Test
    void gzipIsToldFromItsFirstBytesAndNotFromTheName() throws Exception {
        byte[] text = "Service Name".getBytes(StandardCharsets.UTF_8);
        Path zipped = Files.write(folder.resolve("ports.csv"), gzip(text, 1));
        Path plain = Files.write(folder.resolve("ports.csv.gz"), text);

        assertThat(SourceBytes.of(zipped)).isEqualTo(text);
        assertThat(SourceBytes.of(plain)).isEqualTo(text);
    }

    @Test
    void aFileThatUnpacksBeyondAllMeasureIsRefused() throws Exception {
        Path bomb = Files.write(folder.resolve("bomb.gz"), gzip(new byte[1 << 20], 65));

        assertThatThrownBy(() -> SourceBytes.of(bomb))
                .isInstanceOf(IOException.class)
                .hasMessage("file " + bomb + " cannot be read: it has more than 64 MiB, far more than a registry");
    }

    @Test
    void aServerThatStallsIsGivenUp() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('S');
            exchange.getResponseBody().flush();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ports.csv");
        try {
            assertThatThrownBy(() -> new WebSource(Duration.ofSeconds(1)).get(address))
                    .isInstanceOf(IOException.class)
                    .hasMessage(address + " cannot be read: it was not there within 1 s");
        } finally {
            server.stop(0);
        }
    }

    private static byte[] gzip(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
        return zipped.toByteArray();
    }
}
