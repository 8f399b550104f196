package io.portolan.wire;

import static io.portolan.wire.Samples.configuration;
import static io.portolan.wire.Samples.current;
import static io.portolan.wire.Samples.deserializer;
import static io.portolan.wire.Samples.serializer;
import static io.portolan.wire.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.portolan.wire.ScriptedServer.Answer;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryOutageTest {
    private static final Answer SCHEMA =
            new Answer(200, "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"E\\\",\\\"fields\\\":[]}\"}");
    private static final byte[] EMPTY_RECORD = {0, 0, 0, 0, 1};

    @Test
    void aRegistryThatIsAwayFailsTheReadAndNotTheRecord() throws IOException {
        LocalSchemaRegistry registry = LocalSchemaRegistry.start(0);
        Map<String, Object> configuration = configuration(registry.url());
        byte[] value = serializer(configuration).serialize("harbours", current(1, "a"));
        Deserializer<Object> deserializer = deserializer(configuration);
        int port = registry.port();
        registry.close();

        assertThatThrownBy(() -> deserializer.deserialize("harbours", value))
                .isInstanceOf(RetriableException.class)
                .isNotInstanceOf(SerializationException.class)
                .hasMessageStartingWith("Schema id 1 of a value of topic harbours: No schema registry answers at "
                        + registryUrl(port) + " after 2 tries")
                .satisfies(e -> assertThat(RegistryFault.isBehind(e)).isTrue());

        try (LocalSchemaRegistry back = LocalSchemaRegistry.start(port)) {
            serializer(configuration(back.url())).serialize("harbours", current(1, "a"));
            assertThat(deserializer.deserialize("harbours", value)).isEqualTo(current(1, "a"));
        }
    }

    @Test
    void aRegistryThatIsAwayFailsTheWriteAndIsAskedAgain() throws IOException {
        LocalSchemaRegistry registry = LocalSchemaRegistry.start(0);
        int port = registry.port();
        Serializer<Object> serializer = serializer(configuration(registry.url()));
        registry.close();

        assertThatThrownBy(() -> serializer.serialize("harbours", current(1, "a")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("subject harbours-value")
                .hasMessageContaining(registryUrl(port));

        try (LocalSchemaRegistry back = LocalSchemaRegistry.start(port)) {
            assertThat(serializer.serialize("harbours", current(1, "a"))).startsWith(0, 0, 0, 0, 1);
            assertThat(new SchemaRegistryClient(configuration(back.url())).subjects())
                    .containsExactly("harbours-value");
        }
    }

    @Test
    void theNextAddressIsTriedWhereTheFirstDoesNotAnswer() throws IOException {
        LocalSchemaRegistry gone = LocalSchemaRegistry.start(0);
        gone.close();
        try (LocalSchemaRegistry registry = LocalSchemaRegistry.start(0)) {
            Map<String, Object> both = with(configuration(gone.url() + " , " + registry.url()), "max.retries", 0);

            assertThat(serializer(both).serialize("harbours", current(1, "a"))).startsWith(0, 0, 0, 0, 1);
        }
    }

    @Test
    void aRegistryThatMovedIsFollowed() throws IOException {
        HttpServer moved = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (LocalSchemaRegistry registry = LocalSchemaRegistry.start(0)) {
            moved.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Location", registry.url() + exchange.getRequestURI());
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
            });
            moved.start();

            assertThat(serializer(configuration(registryUrl(moved.getAddress().getPort())))
                            .serialize("harbours", current(1, "a")))
                    .startsWith(0, 0, 0, 0, 1);
        } finally {
            moved.stop(0);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        SchemaRegistryClient client =
                new SchemaRegistryClient(with(configuration("http://registry.invalid"), "max.retries", 0));

        assertThatThrownBy(client::subjects)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no host is known as registry.invalid");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aServerErrorIsTriedAgain(int status) throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(status, "busy"), SCHEMA)) {
            assertThat(deserializer(configuration(server.url())).deserialize("e", EMPTY_RECORD))
                    .hasToString("{}");
            assertThat(server.requests()).containsExactly("GET /schemas/ids/1", "GET /schemas/ids/1");
        }
    }

    @Test
    void aServerErrorThatStaysIsTransient() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(503, "busy"))) {
            assertThatThrownBy(() -> deserializer(configuration(server.url())).deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("HTTP status 503");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aRefusalIsNotTriedAgainAndNotKept() throws IOException {
        Answer unknown = new Answer(404, "{\"error_code\":40403,\"message\":\"Schema 1 not found\"}");
        try (ScriptedServer server = ScriptedServer.answering(unknown, SCHEMA)) {
            Deserializer<Object> deserializer = deserializer(configuration(server.url()));

            assertThatThrownBy(() -> deserializer.deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("Schema 1 not found");
            assertThat(server.requests()).hasSize(1);
            assertThat(deserializer.deserialize("e", EMPTY_RECORD)).hasToString("{}");
        }
    }

    @Test
    void aRefusedPasswordIsTheConfigurationsFault() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(401, "{}"), new Answer(403, "{}"))) {
            Deserializer<Object> deserializer = deserializer(configuration(server.url()));

            assertThatThrownBy(() -> deserializer.deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageEndingWith("check the registry's credentials")
                    .satisfies(e -> assertThat(RegistryFault.isBehind(e)).isTrue());
            assertThatThrownBy(() -> deserializer.deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(AuthorizationException.class)
                    .satisfies(e -> assertThat(RegistryFault.isBehind(e)).isTrue());
        }
    }

    @Test
    void aServerThatIsNoRegistryIsTheConfigurationsFault() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                new Answer(200, "<html>"), new Answer(404, "<html>"), new Answer(200, "{\"status\":\"up\"}"))) {
            Deserializer<Object> deserializer = deserializer(configuration(server.url()));

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> deserializer.deserialize("e", EMPTY_RECORD))
                        .isInstanceOf(NotARegistryException.class)
                        .hasMessageEndingWith("check schema.registry.url")
                        .satisfies(e -> assertThat(RegistryFault.isBehind(e)).isTrue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":\"none\"}", "{\"id\":null}", "{\"id\":1.5}", "{\"id\":99999999999}", "[]", "7", ""})
    void whatIsNoIdIsNotTakenForOne(String answer) throws IOException {
        try (ScriptedServer server =
                ScriptedServer.answering(new Answer(200, answer), new Answer(200, "{\"id\":12}"))) {
            Serializer<Object> serializer = serializer(configuration(server.url()));

            assertThatThrownBy(() -> serializer.serialize("harbours", current(1, "a")))
                    .isInstanceOf(NotARegistryException.class)
                    .hasMessageContaining("is no schema registry")
                    .hasMessageEndingWith("check schema.registry.url");
            assertThat(serializer.serialize("harbours", current(1, "a")))
                    .as("asked again")
                    .startsWith(0, 0, 0, 0, 12);
        }
    }

    @Test
    void whatIsNoTextIsNotTakenForASchema() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(200, "{\"schema\":17}"), SCHEMA)) {
            Deserializer<Object> deserializer = deserializer(configuration(server.url()));

            assertThatThrownBy(() -> deserializer.deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(NotARegistryException.class)
                    .hasMessageContaining("the field schema of its answer is no text");
            assertThat(deserializer.deserialize("e", EMPTY_RECORD)).hasToString("{}");
        }
    }

    @Test
    void aSlowAnswerIsTransient() throws IOException {
        try (java.net.ServerSocket silent =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Map<String, Object> hasty =
                    with(configuration("http://127.0.0.1:" + silent.getLocalPort()), "http.read.timeout.ms", 50);

            assertThatThrownBy(() -> deserializer(hasty).deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("timed out");
        }
    }

    @Test
    void anInterruptedReadIsInterrupted() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(503, "busy"))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> deserializer(configuration(server.url())).deserialize("e", EMPTY_RECORD))
                    .isInstanceOf(org.apache.kafka.common.errors.InterruptException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static String registryUrl(int port) {
        return "http://127.0.0.1:" + port;
    }
}
