package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.config.PortolanConfig;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask when there is a token. */
class TokenTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private HttpService server;

    @BeforeEach
    void start() {
        server = Web.start(Map.of("http.token", TOKEN));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/alerts", "/api/openapi.json", "/api/events", "/api/nothing", "/nothing"})
    void withoutATokenNothingIsTold(String path) throws Exception {
        HttpResponse<String> response = new Web(server.url()).get(path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"portolan\"");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer 0123456789abcdef0123456789abcdee",
                "Bearer 0123456789abcdef0123456789abcdef0",
                "Bearer ",
                "Bearer",
                "Basic 0123456789abcdef0123456789abcdef",
                "0123456789abcdef0123456789abcdef"
            })
    void aWrongTokenIsRefused(String authorization) throws Exception {
        HttpResponse<String> response =
                new Web(server.url()).with("Authorization", authorization).get("/api/openapi.json");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"portolan\", error=\"invalid_token\"");
        assertThat(response.body()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN})
    void theTokenOpens(String authorization) throws Exception {
        Web web = new Web(server.url()).with("Authorization", authorization);

        assertThat(web.get("/api/openapi.json").statusCode()).isEqualTo(200);
        assertThat(web.get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void healthAndThePageNeedNone() throws Exception {
        Web web = new Web(server.url());

        assertThat(web.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(web.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(web.get("/assets/nothing.js").statusCode()).isEqualTo(404);
    }

    @Test
    void aTokenFromAFileDoesAsWell() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");

        try (HttpService other = Web.start(Map.of("http.token.path", file.toString()))) {
            assertThat(new Web(other.url())
                            .with("Authorization", "Bearer " + TOKEN)
                            .get("/api/openapi.json")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAddressThatOthersReachNeedsATokenOrThatItWasSaid() {
        assertThatThrownBy(() -> new PortolanConfig(Map.of("http.host", "0.0.0.0")).http())
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "http.host=0.0.0.0 can be reached from other machines, and there is no token; set http.token"
                                + " or http.token.path, or http.anonymous.allowed=true if everybody may ask");
        assertThat(new PortolanConfig(Map.of("http.host", "0.0.0.0", "http.token", TOKEN))
                        .http()
                        .isLoopback())
                .isFalse();
        assertThat(new PortolanConfig(Map.of("http.host", "::", "http.anonymous.allowed", "true"))
                        .http()
                        .token())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with blanks in the middle", "\u00fcmlauts-0123456789"})
    void aTokenThatIsNoneIsRefusedWithoutBeingToldInTheMessage(String token) {
        assertThatThrownBy(() -> new PortolanConfig(Map.of("http.token", token)).http())
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("http.token: a token has 16 characters or more")
                .hasMessageNotContaining(token);
    }

    @Test
    void theSettingsDoNotShowTheToken() {
        assertThat(new PortolanConfig(Map.of("http.token", TOKEN)).http().toString())
                .doesNotContain(TOKEN);
    }
}
