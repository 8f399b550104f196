package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.portolan.app.http.ServerCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RegistryFetchCommandTest {
    private static final String OLD = csv("pilot,1000-11000,tcp,Pilot,,,,2025-01-31,,,,");
    private static final String NEW = csv("tide,1000-11001,tcp,Tide,,,,2026-02-28,,,,", "x,99999,tcp,,,,,,,,,");
    private static final int MOST_BYTES = 64 << 20;

    @TempDir
    private Path folder;

    private Path file;
    private HttpServer server;
    private ExecutorService threads;
    private String base;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("ports.csv");
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theFirstOneIsKeptAndTold() throws Exception {
        serve("/ports", answer(200, NEW));

        Run run = fetch("/ports");

        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "Source     " + base + "/ports",
                        "SHA-256    efa3c18abe1168a70d8e0910697026f85fc3bdba0d4ab6bd7e60f0992befbbfd",
                        "Version    2026-02-28",
                        "Entries    10,002 ports",
                        "Malformed  1 rows, of which nothing is known",
                        "Before     none",
                        "Kept       " + file + ", " + NEW.length() + " bytes",
                        "Load it with: portolan registry load " + file);
        assertThat(run.errors())
                .containsExactly("portolan: skipped " + base + "/ports line 3: port 99999 is outside 0-65535:"
                        + " x,99999,tcp,,,,,,,,,");
        assertThat(file).hasContent(NEW);
    }

    @Test
    void aNewerOneTakesThePlaceOfTheOld() throws Exception {
        Files.writeString(file, OLD);
        serve("/ports", answer(200, NEW));

        Run run = fetch("/ports");

        assertThat(run.exit()).isZero();
        assertThat(run.lines()).contains("Before     version 2025-01-31; 1 added, 10,001 changed, 0 removed since");
        assertThat(file).hasContent(NEW);
        assertThat(filesInTheFolder()).containsExactly("ports.csv");
    }

    @Test
    void theSameOneIsNotWrittenAgain() throws Exception {
        Files.writeString(file, OLD);
        FileTime written = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, written);
        serve("/ports", answer(200, OLD));

        Run run = fetch("/ports");

        assertThat(run.lines())
                .contains(
                        "Before     version 2025-01-31; 0 added, 0 changed, 0 removed since",
                        "Kept       " + file + ", " + OLD.length() + " bytes, as before");
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void gzipIsKeptUnpacked() throws Exception {
        serve("/ports.gz", answer(200, gzip(NEW)));

        assertThat(fetch("/ports.gz").exit()).isZero();
        assertThat(file).hasContent(NEW);
    }

    @Test
    void xmlIsTakenTooAndTheFileIsOfUseToLabelAndPort() throws Exception {
        serve(
                "/ports.xml",
                answer(
                        200,
                        "<registry id=\"service-names-port-numbers\"><record updated=\"2026-02-28\">"
                                + "<name>tide</name><number>1000-11001</number></record></registry>"));

        Run run = fetch("/ports.xml");

        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).contains("Version    2026-02-28", "Entries    20,004 ports");
        assertThat(Run.of("port", "1274", "--registry", file.toString()).out()).contains("tide");
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        serve("/ports", answer(200, NEW));
        serve("/moved", redirect("/ports"));

        assertThat(fetch("/moved").exit()).isZero();
        assertThat(file).hasContent(NEW);
    }

    @Test
    void theAddressTheFileAndTheTimeoutMayBeConfigured() throws Exception {
        serve("/ports", answer(200, NEW));
        Path config = Files.writeString(
                folder.resolve("portolan.properties"),
                "registry.source.url=" + base + "/ports\nregistry.source.path=" + file + "\n");

        Run run = Run.of("registry", "fetch", "--config", config.toString());

        assertThat(run.exit()).isZero();
        assertThat(file).hasContent(NEW);
    }

    @Test
    void anAnswerThatIsNoSuccessLeavesTheOldOne() throws Exception {
        serve("/gone", answer(404, NEW));
        serve("/broken", answer(500, NEW));
        serve("/circle", redirect("/circle"));

        assertRefused("/gone", base + "/gone cannot be read: the server answered 404");
        assertRefused("/broken", base + "/broken cannot be read: the server answered 500");
        assertRefused(
                "/circle",
                base + "/circle cannot be read: the server answered 302 and leads to /circle, which is not followed");
    }

    @Test
    void aServerThatIsNotThereLeavesTheOldOne() throws Exception {
        server.stop(0);

        assertRefused("/ports", base + "/ports cannot be read: nothing accepts connections there");
        base = "http://registry.invalid";
        assertRefused("/ports", base + "/ports cannot be read: no host is known as registry.invalid");
    }

    @Test
    void aServerWhoseCertificateNobodySignedLeavesTheOldOne() throws Exception {
        HttpsServer impostor = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        impostor.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        impostor.createContext("/ports", answer(200, NEW));
        impostor.start();
        base = "https://127.0.0.1:" + impostor.getAddress().getPort();
        try {
            assertRefused("/ports", base + "/ports cannot be read: no TLS connection that can be trusted: ");
        } finally {
            impostor.stop(0);
        }
    }

    @Test
    void aServerThatDoesNotAnswerInTimeLeavesTheOldOne() throws Exception {
        Path config = Files.writeString(folder.resolve("hurry"), "registry.source.timeout.ms=300\n");
        serve("/silent", exchange -> {});
        serve("/stalled", exchange -> {
            exchange.sendResponseHeaders(200, NEW.length());
            exchange.getResponseBody().write('S');
            exchange.getResponseBody().flush();
        });

        assertRefused("/silent", base + "/silent cannot be read: no answer in time", "--config", config.toString());
        assertRefused(
                "/stalled", base + "/stalled cannot be read: it was not there within", "--config", config.toString());
    }

    @Test
    void whatIsCutOffLeavesTheOldOne() throws Exception {
        byte[] zipped = gzip(NEW);
        serve("/length", exchange -> {
            exchange.sendResponseHeaders(200, NEW.length() + 1_000);
            exchange.getResponseBody().write(NEW.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        serve("/unsaid", answer(200, NEW.substring(0, NEW.length() - 5)));
        serve("/gzip", answer(200, Arrays.copyOf(zipped, zipped.length / 2)));
        serve("/xml", answer(200, "<registry id=\"service-names-port-numbers\"><record>"));

        assertRefused("/length", base + "/length cannot be read: ");
        assertRefused("/unsaid", base + "/unsaid ends within a line and is cut off");
        assertRefused("/gzip", base + "/gzip cannot be read: Unexpected end of ZLIB input stream");
        assertRefused("/xml", base + "/xml: broken XML at line 1: ");
    }

    @Test
    void whatIsNoWholeRegistryLeavesTheOldOne() throws Exception {
        serve("/page", answer(200, "<!DOCTYPE html><html><body>Please log in</body></html>"));
        serve("/text", answer(200, "Please log in\n"));
        serve("/few", answer(200, csv("pilot,1000-1999,tcp,Pilot,,,,2026-02-28,,,,")));
        serve("/large", exchange -> {
            exchange.sendResponseHeaders(200, MOST_BYTES + 1L);
            // The server of a newer JDK keeps the headers back until there is something of the body.
            exchange.getResponseBody().write('S');
            exchange.getResponseBody().flush();
        });

        assertRefused("/page", base + "/page: not a port registry: it has a DOCTYPE");
        assertRefused("/text", base + "/text: not a port registry: its first line has no column named");
        assertRefused("/few", base + "/few has 1,000 ports and is not the whole registry");
        assertRefused("/large", base + "/large cannot be read: it has more than 64 MiB, far more than a registry");
    }

    @Test
    void oneThatIsOlderOrLacksPortsIsTakenByForceOnly() throws Exception {
        String older = OLD.replace("2025-01-31", "2024-12-31");
        serve("/older", answer(200, older));
        serve("/smaller", answer(200, csv("pilot,1000-10999,tcp,Pilot,,,,2025-01-31,,,,")));
        Files.writeString(file, csv("pilot,1000-12999,tcp,Pilot,,,,2025-01-31,,,,"));

        Run smaller = fetch("/smaller");
        assertThat(smaller.exit()).isEqualTo(1);
        assertThat(smaller.errors())
                .containsExactly("portolan: " + base + "/smaller lacks 2,000 of the 12,000 ports of " + file
                        + ", more than a tenth; " + file + " is as it was; take it all the same with --force");
        assertRefused("/older", base + "/older is of 2024-12-31, older than " + file + " of 2025-01-31");
        assertThat(fetch("/older", "--force").exit()).isZero();
        assertThat(file).hasContent(older);
    }

    @Test
    void aFileThatIsNoRegistryIsReplacedByForceOnly() throws Exception {
        Files.writeString(file, "my notes\n");
        serve("/ports", answer(200, NEW));

        Run run = fetch("/ports");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("portolan: " + file + ": not a port registry: ")
                .endsWith("; " + file + " is as it was; name another file with --to (registry.source.path), or replace"
                        + " it with --force\n");
        assertThat(file).hasContent("my notes\n");
        assertThat(fetch("/ports", "--force").exit()).isZero();
        assertThat(file).hasContent(NEW);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndTheOldOneStays() throws Exception {
        serve("/ports", answer(200, NEW));
        file = folder.resolve("p".repeat(250));

        assertRefused("/ports", file + " cannot be written: File name too long");
    }

    @Test
    void aFolderOrOneThatDoesNotExistIsToldBeforeTheDownload() {
        Path missing = folder.resolve("none/ports.csv");

        assertThat(Run.of("registry", "fetch", "--url", base, "--to", folder.toString())
                        .err())
                .startsWith("portolan: " + folder + " is a folder; ");
        assertThat(Run.of("registry", "fetch", "--url", base, "--to", missing.toString())
                        .err())
                .isEqualTo("portolan: folder " + missing.getParent() + " does not exist; nothing was written; create"
                        + " it, or name another file with --to (registry.source.path)\n");
    }

    @Test
    void behindASymbolicLinkTheTargetIsReplaced() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Files.writeString(file, OLD));
        serve("/ports", answer(200, NEW));

        Run run = Run.of("registry", "fetch", "--url", base + "/ports", "--to", link.toString());

        assertThat(run.exit()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(NEW);
    }

    @Test
    void anAddressThatIsNoneIsToldWithWhereItCameFrom() throws Exception {
        Path config = Files.writeString(folder.resolve("bad"), "registry.source.url=ports.csv\n");

        Run option = Run.of("registry", "fetch", "--url", "ftp://registry.example/ports.csv");
        Run key = Run.of("registry", "fetch", "--config", config.toString());

        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.errors().get(0))
                .startsWith("portolan: --url: \"ftp://registry.example/ports.csv\" is neither");
        assertThat(key.exit()).isEqualTo(1);
        assertThat(key.errors())
                .containsExactly(
                        "portolan: registry.source.url: \"ports.csv\" is neither an http nor an https address");
    }

    private void assertRefused(String path, String cause, String... options) throws IOException {
        Files.writeString(file, OLD);

        Run run = fetch(path, options);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.errors()).hasSize(1);
        assertThat(run.err()).startsWith("portolan: " + cause).contains("; " + file + " is as it was; ");
        assertThat(file).hasContent(OLD);
        assertThat(filesInTheFolder()).noneMatch(name -> name.endsWith(".part"));
    }

    private Run fetch(String path, String... options) {
        return Run.of(Stream.concat(
                        Stream.of("registry", "fetch", "--url", base + path, "--to", file.toString()),
                        Arrays.stream(options))
                .toArray(String[]::new));
    }

    private Stream<String> filesInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Without a length, as a server sends what it makes while sending. */
    private static HttpHandler answer(int status, String body) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpHandler answer(int status, byte[] body) {
        return exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(body);
            }
        };
    }

    private SSLContext selfSigned() throws Exception {
        Path store = ServerCertificate.make(folder).keystore();
        char[] password = ServerCertificate.PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static HttpHandler redirect(String target) {
        return exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Location", target);
                exchange.sendResponseHeaders(302, -1);
            }
        };
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    private static String csv(String... rows) {
        return Deployment.HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }
}
