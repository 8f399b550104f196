package io.portolan.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.config.PortolanConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BesideTest {
    @Test
    void aProgramBesideHasANameAndACommandThatMayHaveMoreOfTheSign() {
        Beside beside = Beside.parse("other-2.1=exec other --key=value");

        assertThat(beside).isEqualTo(new Beside("other-2.1", "exec other --key=value"));
        assertThat(beside.keys()).isEqualTo(Contender.PORTOLAN.keys());
    }

    @ParameterizedTest
    @CsvSource({
        "other,               'a program beside is told as NAME=COMMAND, not ''other'''",
        "=true,               'a program beside has a name of letters, digits, dots and dashes, not '''''",
        "a/b=true,            'a program beside has a name of letters, digits, dots and dashes, not ''a/b'''",
        "other=,              'there is no command for other'",
        "pass-through=true,   'pass-through is a contender of the comparison''s own'",
    })
    void whatCannotTakePartIsRefused(String told, String message) {
        assertThatThrownBy(() -> Beside.parse(told))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theEnvironmentSaysWhatThereIsToDo() {
        // given
        PortolanConfig config = new PortolanConfig(Map.of(
                "kafka.bootstrap.servers",
                "localhost:9092",
                "schema.registry.url",
                "http://localhost:8081",
                "kafka.application.id",
                "bench-other-1",
                "kafka.num.stream.threads",
                "3"));

        // when
        Map<String, String> environment =
                Beside.environment(config, Path.of("other.properties"), List.of("-Xms1g", "-Xmx1g"), 2);

        // then
        assertThat(environment)
                .isEqualTo(Map.of(
                        "PORTOLAN_BENCH_BOOTSTRAP_SERVERS", "localhost:9092",
                        "PORTOLAN_BENCH_SCHEMA_REGISTRY_URL", "http://localhost:8081",
                        "PORTOLAN_BENCH_FROM", "flow-logs",
                        "PORTOLAN_BENCH_TO", "flow-logs-enriched",
                        "PORTOLAN_BENCH_REGISTRY_TOPIC", "port-registry",
                        "PORTOLAN_BENCH_GROUP", "bench-other-1",
                        "PORTOLAN_BENCH_THREADS", "3",
                        "PORTOLAN_BENCH_INSTANCE", "2",
                        "PORTOLAN_BENCH_PROPERTIES", "other.properties",
                        "PORTOLAN_BENCH_JAVA_OPTIONS", "-Xms1g -Xmx1g"));
    }
}
