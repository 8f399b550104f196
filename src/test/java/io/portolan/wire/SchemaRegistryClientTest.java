package io.portolan.wire;

import static io.portolan.wire.Samples.configuration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.wire.ScriptedServer.Answer;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryClientTest {
    private static final Schema INCOMPATIBLE = Samples.harbour("{\"name\":\"depth\",\"type\":\"string\"}");

    private LocalSchemaRegistry registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = LocalSchemaRegistry.start(0);
        client = new SchemaRegistryClient(configuration(registry.url()));
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void aSchemaIsRegisteredOnceAndFoundEveryWay() {
        int id = client.register("harbours-value", Samples.CURRENT);

        RegisteredSchema expected = new RegisteredSchema("harbours-value", 1, id, Samples.CURRENT);
        assertThat(client.register("harbours-value", Samples.CURRENT)).isEqualTo(id);
        assertThat(client.lookUp("harbours-value", Samples.CURRENT)).isEqualTo(expected);
        assertThat(client.latest("harbours-value")).isEqualTo(expected);
        assertThat(client.version("harbours-value", 1)).isEqualTo(expected);
        assertThat(client.schemaById(id)).isEqualTo(Samples.CURRENT);
        assertThat(client.versions("harbours-value")).containsExactly(1);
        assertThat(client.subjects()).containsExactly("harbours-value");
    }

    @Test
    void whatIsKnownIsNotAskedAgain() {
        int id = client.register("harbours-value", Samples.CURRENT);
        RegisteredSchema found = client.lookUp("harbours-value", Samples.CURRENT);
        client.schemaById(id);
        registry.close();

        assertThat(client.register("harbours-value", Samples.CURRENT)).isEqualTo(id);
        assertThat(client.lookUp("harbours-value", Samples.CURRENT)).isEqualTo(found);
        assertThat(client.schemaById(id)).isEqualTo(Samples.CURRENT);
    }

    @Test
    void aSubjectMayHoldAnyCharacter() {
        client.register("a/b c+d%\u00e9-value", Samples.CURRENT);

        assertThat(client.subjects()).containsExactly("a/b c+d%\u00e9-value");
        assertThat(client.versions("a/b c+d%\u00e9-value")).containsExactly(1);
    }

    @Test
    void aChangeOfDocumentationIsAVersionOfItsOwn() {
        Schema documented = new Schema.Parser()
                .parse(Samples.CURRENT.toString().replace("\"fields\"", "\"doc\":\"A harbour.\",\"fields\""));

        client.register("harbours-value", Samples.CURRENT);
        client.register("harbours-value", documented);

        assertThat(client.versions("harbours-value")).containsExactly(1, 2);
        assertThat(client.latest("harbours-value").schema().getDoc()).isEqualTo("A harbour.");
    }

    @Test
    void aMissingSubjectIsARefusalWithItsCode() {
        assertThatThrownBy(() -> client.latest("nowhere-value"))
                .isInstanceOfSatisfying(SchemaRegistryException.class, e -> {
                    assertThat(e.status()).isEqualTo(404);
                    assertThat(e.errorCode()).isEqualTo(SchemaRegistryException.SUBJECT_NOT_FOUND);
                    assertThat(e.isNotFound()).isTrue();
                })
                .hasMessage("Schema registry answered 404 to " + registry.url()
                        + "/subjects/nowhere-value/versions/latest: Subject 'nowhere-value' not found.");
    }

    @Test
    void compatibilityIsCheckedWithReasons() {
        client.register("harbours-value", Samples.CURRENT);

        assertThat(client.checkAgainstLatest("harbours-value", Samples.NEWER))
                .isEqualTo(new CompatibilityCheck(true, List.of()));
        CompatibilityCheck check = client.checkAgainstAll("harbours-value", INCOMPATIBLE);
        assertThat(check.compatible()).isFalse();
        assertThat(check.messages())
                .singleElement()
                .asString()
                .startsWith("the new schema cannot read what version 1 writes: TYPE_MISMATCH at /fields/0/type");
    }

    @Test
    void levelsAreReadAndSet() {
        assertThat(client.compatibility()).isEqualTo(CompatibilityLevel.BACKWARD);
        assertThat(client.compatibility("harbours-value")).isEmpty();

        client.setCompatibility(CompatibilityLevel.NONE);
        client.setCompatibility("harbours-value", CompatibilityLevel.FULL_TRANSITIVE);

        assertThat(client.compatibility()).isEqualTo(CompatibilityLevel.NONE);
        assertThat(client.compatibility("harbours-value")).contains(CompatibilityLevel.FULL_TRANSITIVE);
    }

    @Test
    void aSchemaOfAnotherTypeIsNotTakenForAvro() throws IOException {
        Answer protobuf = new Answer(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 'proto3';\"}");
        try (ScriptedServer server = ScriptedServer.answering(protobuf)) {
            assertThatThrownBy(() -> new SchemaRegistryClient(configuration(server.url())).schemaById(7))
                    .isInstanceOf(SchemaRegistryException.class)
                    .hasMessageContaining("is of type PROTOBUF, not AVRO");
        }
    }
}
