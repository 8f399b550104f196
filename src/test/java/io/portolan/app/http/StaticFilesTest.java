package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a folder on the class path, and nothing beside it. */
class StaticFilesTest {
    private final StaticFiles files = new StaticFiles("/page/");

    @Test
    void aFileIsSentOnceAndThenOnlyIfItChanged() {
        Reply first = files.asset(call("app.js", Optional.empty()));
        Reply second = files.asset(call("app.js", Optional.of(first.headers().get("ETag"))));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.type()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(new String(first.body(), StandardCharsets.UTF_8)).contains("the page of a test");
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../index.txt",
                "../../logback.xml",
                ".hidden.js",
                "a/../app.js",
                "app.js/",
                "app",
                "app.js\u0000.png"
            })
    void nothingElseIsSent(String path) {
        assertThatThrownBy(() -> files.asset(call(path, Optional.empty())))
                .isInstanceOf(ProblemException.class)
                .hasMessage("the page has no such file");
    }

    private static Call call(String path, Optional<String> known) {
        return new Call(
                "/assets/" + path, Map.of("path", path), Parameters.of(Map.of(), Set.of()), known, Optional.empty());
    }
}
