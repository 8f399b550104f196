package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server before there is a job: health, what every answer has, and what is refused. */
class HttpServiceTest {
    private HttpService server;
    private Web web;

    @BeforeEach
    void start() {
        server = Web.start(Map.of());
        web = new Web(server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anInstanceThatStartsIsAliveAndNotReady() throws Exception {
        assertThat(web.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(web.json("/health/live").path("status").asText()).isEqualTo("UP");

        HttpResponse<String> ready = web.get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        JsonNode body = Web.json(ready);
        assertThat(body.path("status").asText()).isEqualTo("DOWN");
        assertThat(body.at("/checks/streams/state").asText()).isEqualTo("NOT_STARTED");
        assertThat(body.at("/checks/registry/entries").asInt()).isZero();
        assertThat(body.at("/checks/tasks/status").asText()).isEqualTo("DOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/alerts",
                "/api/alerts/x",
                "/api/servers",
                "/api/traffic",
                "/api/topology",
                "/api/ports/1274"
            })
    void questionsBeforeThereIsAJobAreToldToComeBack(String path) throws Exception {
        HttpResponse<String> response = web.get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(Web.json(response).path("detail").asText()).contains("the job starts");
    }

    @Test
    void everyAnswerHasTheHeadersThatKeepABrowserSafe() throws Exception {
        for (String path : new String[] {"/health/live", "/api/alerts", "/nothing", "/api/openapi.json"}) {
            HttpResponse<String> response = web.get(path);

            assertThat(response.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by", "set-cookie");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void anUnknownPathIsAProblemThatNamesIt() throws Exception {
        HttpResponse<String> response = web.get("/api/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Web.json(response);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isEqualTo("Not Found");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(problem.path("instance").asText()).isEqualTo("/api/nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void nothingCanBeChanged(String method) throws Exception {
        String answer = RawHttp.exchange(
                server.url(), method + " /api/alerts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD", "application/problem+json");
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() throws Exception {
        HttpResponse<String> head = web.send("HEAD", "/health/live");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(web.get("/health/live").headers().firstValue("Content-Length"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/alerts?prt=1            | prt      | unknown parameter prt; known are address, limit, phase, port, scope, severity
            /api/alerts?port=70000       | port     | parameter port cannot be 70000; it is a whole number, 0-65535
            /api/alerts?port=%2d1        | port     | parameter port cannot be -1; it is a whole number, 0-65535
            /api/alerts?limit=0          | limit    | parameter limit cannot be 0; it is a whole number, 1-1000
            /api/alerts?severity=BAD     | severity | parameter severity cannot be BAD; it is INFORMATIONAL, LOW, MEDIUM, HIGH, CRITICAL
            /api/alerts?phase=a%0d%0ab   | phase    | parameter phase cannot be a b; it is OPENED, UPDATED, CLOSED
            /api/alerts?port=1&port=2    | port     | parameter port is given 2 times; give it once
            /api/servers?scope=all       | scope    | parameter scope cannot be all; it is CLUSTER, INSTANCE
            /api/traffic?from=yesterday  | from     | parameter from cannot be yesterday; it is a time such as 2026-11-23T10:15:00Z
            /api/traffic?by=minute,vlan  | by       | parameter by cannot be vlan; it is MINUTE, SERVICE, RANGE, STATUS, VERDICT
            /health/live?x=1             | x        | unknown parameter x; there are none
            """)
    void aParameterThatCannotBeUsedIsNamedWithWhatIsAllowed(String path, String parameter, String detail)
            throws Exception {
        HttpResponse<String> response = web.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Web.json(response).path("detail").asText()).isEqualTo(detail);
        assertThat(Web.json(response).path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void aTakenPortIsToldWithItsKey() {
        String port = Integer.toString(server.url().getPort());

        assertThatThrownBy(() -> Web.start(Map.of("http.port", port)))
                .isInstanceOf(ConfigException.class)
                .hasMessage("http.host=127.0.0.1 and http.port=" + port + ": the port is taken by another program; set"
                        + " http.port to a free one, to 0 for any, or http.enabled=false");
    }

    @Test
    void anAddressOfAnotherMachineIsToldWithItsKey() {
        assertThatThrownBy(() -> Web.start(Map.of("http.host", "192.0.2.1", "http.anonymous.allowed", "true")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("http.host=192.0.2.1");
    }

    @Test
    void aPageOfTheWebCannotHaveABrowserAskUnderItsOwnName() throws Exception {
        String answer = RawHttp.exchange(
                server.url(), "GET /api/alerts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421 ");
    }
}
