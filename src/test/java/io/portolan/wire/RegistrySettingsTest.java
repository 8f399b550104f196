package io.portolan.wire;

import static io.portolan.wire.Samples.configuration;
import static io.portolan.wire.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.wire.ScriptedServer.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    private static final String PASSWORD = "s3cret";

    @Test
    void theDefaultsAreConfluents() {
        RegistrySettings settings = RegistrySettings.of(Map.of("schema.registry.url", "http://localhost:8081/"));

        assertThat(settings)
                .isEqualTo(new RegistrySettings(
                        java.util.List.of(URI.create("http://localhost:8081")),
                        null,
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        3,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20)));
    }

    @Test
    void clientKeysMayBearTheRegistrysPrefix() {
        RegistrySettings settings = RegistrySettings.of(Map.of(
                "schema.registry.url",
                "http://localhost:8081",
                "schema.registry.http.read.timeout.ms",
                "5",
                "schema.registry.basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "ada:" + PASSWORD));

        assertThat(settings.readTimeout()).isEqualTo(Duration.ofMillis(5));
        assertThat(settings.authorization()).isEqualTo("Basic YWRhOnMzY3JldA==");
    }

    @Test
    void userInfoIsSentAndNeverShown() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(401, "{}"))) {
            Map<String, Object> configuration = with(
                    with(configuration(server.url()), "basic.auth.credentials.source", "USER_INFO"),
                    "basic.auth.user.info",
                    "ada:" + PASSWORD);

            assertThatThrownBy(() -> new SchemaRegistryClient(configuration).subjects())
                    .isInstanceOf(SchemaRegistryException.class)
                    .hasMessageNotContaining(PASSWORD);
            assertThat(server.authorizations()).containsExactly("Basic YWRhOnMzY3JldA==");
            assertThat(RegistrySettings.of(configuration).toString()).doesNotContain("YWRhOnMzY3JldA");
        }
    }

    @Test
    void credentialsInTheAddressAreSentAndNeverShown() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(503, "{}"))) {
            SchemaRegistryClient client =
                    new SchemaRegistryClient(configuration("http://ada:" + PASSWORD + "@" + server.host()));

            assertThatThrownBy(client::subjects)
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(server.url())
                    .hasMessageNotContaining(PASSWORD);
            assertThat(client.addresses()).isEqualTo(server.url());
            assertThat(server.authorizations()).containsOnly("Basic YWRhOnMzY3JldA==");
        }
    }

    @Test
    void aTokenIsSent() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(new Answer(200, "[]"))) {
            new SchemaRegistryClient(with(
                            with(configuration(server.url()), "bearer.auth.credentials.source", "STATIC_TOKEN"),
                            "bearer.auth.token",
                            "abc"))
                    .subjects();

            assertThat(server.authorizations()).containsExactly("Bearer abc");
        }
    }

    @Test
    void credentialsThatAreMissingAreNamed() {
        assertThatThrownBy(() -> RegistrySettings.of(
                        with(configuration("http://localhost"), "basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("basic.auth.user.info is missing or empty; it has to hold user:password");
        assertThatThrownBy(() -> RegistrySettings.of(
                        with(configuration("http://localhost"), "bearer.auth.credentials.source", "OAUTHBEARER")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("bearer.auth.credentials.source is OAUTHBEARER; known is STATIC_TOKEN");
        assertThatThrownBy(() -> RegistrySettings.of(
                        with(configuration("http://localhost"), "basic.auth.credentials.source", "SASL_INHERIT")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("basic.auth.credentials.source is SASL_INHERIT; known are URL and USER_INFO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "ftp://ada:s3cret@localhost", "http://", "http://ada:s3cret@a b", ""})
    void anAddressThatCannotBeUsedIsRefusedWithoutShowingIt(String address) {
        assertThatThrownBy(() -> RegistrySettings.of(configuration(address)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void aMissingAddressIsNamed() {
        assertThatThrownBy(() -> new AvroDeserializer().configure(Map.of(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void aNumberThatIsNoneIsNamed() {
        assertThatThrownBy(() -> RegistrySettings.of(with(configuration("http://localhost"), "max.retries", "many")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("many")
                .hasMessageContaining("max.retries");
    }
}
