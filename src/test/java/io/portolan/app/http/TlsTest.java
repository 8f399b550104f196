package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a real certificate, from PEM files and from a keystore. */
class TlsTest {

    @TempDir
    private static Path folder;

    private static Path keystore;
    private static Path certificate;
    private static Path key;

    @BeforeAll
    static void makeCertificate() throws Exception {
        ServerCertificate made = ServerCertificate.make(folder);
        keystore = made.keystore();
        certificate = made.certificate();
        key = made.key();
    }

    @Test
    void pemFilesMakeAServerThatTheirCertificateIsTrustedFor() throws Exception {
        try (HttpService server = Web.start(
                Map.of("http.tls.certificate.path", certificate.toString(), "http.tls.key.path", key.toString()))) {
            assertThat(server.url().getScheme()).isEqualTo("https");
            assertThat(get(trusting(), server).body()).isEqualTo("{\"status\":\"UP\"}");
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), server)).isInstanceOf(SSLHandshakeException.class);
            assertThat(RawHttp.get(server.url(), "/health/live")).doesNotContain("200");
        }
    }

    @Test
    void aKeystoreDoesAsWell() throws Exception {
        try (HttpService server = Web.start(Map.of(
                "http.tls.keystore.path",
                keystore.toString(),
                "http.tls.keystore.password",
                ServerCertificate.PASSWORD))) {
            assertThat(get(trusting(), server).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void filesThatCannotBeUsedAreTold() {
        assertThatThrownBy(() -> Web.start(
                        Map.of("http.tls.keystore.path", keystore.toString(), "http.tls.keystore.password", "wrong")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("server.p12");
        assertThatThrownBy(() -> Web.start(Map.of(
                        "http.tls.certificate.path",
                        certificate.toString(),
                        "http.tls.key.path",
                        certificate.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("PKCS #8");
        assertThatThrownBy(() -> Web.start(Map.of(
                        "http.tls.certificate.path", folder.resolve("none").toString(),
                        "http.tls.key.path", key.toString())))
                .hasMessage("http.tls.*: " + folder.resolve("none") + " does not exist");
        assertThatThrownBy(() -> new PortolanConfig(Map.of("http.tls.key.path", key.toString())).http())
                .hasMessage("http.tls.certificate.path and http.tls.key.path go together; set both or neither");
    }

    private static HttpClient trusting() {
        PortolanConfig config = new PortolanConfig(Map.of(
                "http.tls.certificate.path", certificate.toString(),
                "http.tls.key.path", key.toString(),
                "http.tls.trust.path", certificate.toString()));
        return HttpClient.newBuilder()
                .sslContext(Tls.client(config.http().tls()).orElseThrow())
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, HttpService server)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.url().resolve("/health/live")).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
