package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are no HTTP, that want out of the page's folder, that come slowly, or that are many. */
class HostileRequestsTest {
    private HttpService server;

    @BeforeEach
    void start() {
        server = Web.start(Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\u0002",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /health/live HTTP/1.1\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "GET /health/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/alerts/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/alerts/%c0%af HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/alerts?port=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/alerts/a%0d%0aSet-Cookie:%20x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            })
    void whatIsNoHttpIsRefusedWithAProblemAndNothingOfTheInside(String request) throws IOException {
        String answer = RawHttp.exchange(server.url(), request);

        assertThat(answer).matches("(?s)HTTP/1.1 (4..|505) .*").contains("application/problem+json", "\"detail\"");
        assertThat(answer)
                .doesNotContain("Exception", "at io.portolan", "at org.eclipse", "Jetty", "jetty", "<html", "Server:")
                .doesNotContainIgnoringCase("\r\nset-cookie");
        assertAlive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../portolan.properties",
                "/assets/..%2f..%2flogback.xml",
                "/assets/%2e%2e/%2e%2e/logback.xml",
                "/assets/%2e%2e%2flogback.xml",
                "/assets/..;/logback.xml",
                "/assets/..\\..\\logback.xml",
                "/assets//etc/passwd",
                "/assets/../../../../../../etc/passwd",
                "/assets/%252e%252e/logback.xml",
                "/../logback.xml",
                "/assets/.hidden.js",
                "/assets/app.class",
                "/web/index.html",
                "/assets/",
            })
    void noPathLeadsOutOfThePage(String path) throws IOException {
        String answer = RawHttp.get(server.url(), path);

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("<configuration", "root:");
    }

    @Test
    void hugeHeadersAndAddressesAreRefused() throws IOException {
        assertThat(RawHttp.exchange(
                        server.url(), "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json");
        assertThat(RawHttp.get(server.url(), "/" + "a".repeat(20_000))).matches("(?s)HTTP/1.1 (414|431) .*");
        assertAlive();
    }

    @Test
    void whoSendsAHeaderByteByByteIsCutOff() throws IOException {
        try (RawHttp slow = RawHttp.connect(server.url())) {
            slow.send("GET /health/live HTTP/1.1\r\nX: ");

            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        try {
                            slow.send("a");
                        } catch (IOException e) {
                            return true;
                        }
                        return slow.isClosed();
                    });
        }
        assertAlive();
    }

    @Test
    void aThousandIdleConnectionsDoNotHoldUpHealth() throws IOException {
        List<RawHttp> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                idle.add(RawHttp.connect(server.url()));
            }
            long before = System.nanoTime();

            assertAlive();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (RawHttp connection : idle) {
                connection.close();
            }
        }
    }

    private void assertAlive() throws IOException {
        assertThat(RawHttp.get(server.url(), "/health/live"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"status\":\"UP\"}");
    }
}
