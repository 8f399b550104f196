package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.broker.TestCluster;
import io.portolan.app.command.Deployment.Result;
import io.portolan.topology.SchemaFiles;
import io.portolan.wire.CompatibilityLevel;
import io.portolan.wire.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasCommandTest {
    private static final TestCluster NO_CLUSTER = new TestCluster("127.0.0.1:1", 1);

    private Deployment portolan;

    @BeforeEach
    void deploy(@TempDir Path folder) throws IOException {
        portolan = new Deployment(NO_CLUSTER, folder);
    }

    @AfterEach
    void close() {
        portolan.close();
    }

    @Test
    void whatIsMissingIsShownAndNothingRegistered() {
        Result result = portolan.run("schemas");

        assertThat(result.code()).isEqualTo(1);
        assertThat(line(result, "flow-logs-1-value"))
                .containsPattern("missing +- +- +BACKWARD \\(registry's\\) +schemas/flow-log.avsc");
        assertThat(result.out()).contains("with: portolan schemas --register");
        assertThat(portolan.schemas().subjects()).isEmpty();
    }

    @Test
    void allSubjectsAreRegisteredAtFullTransitive() {
        Result result = portolan.run("schemas", "--register");

        assertThat(result.code()).isZero();
        assertThat(line(result, "port-registry-1-value")).containsPattern("registered +\\d +1 +FULL_TRANSITIVE +");
        SchemaRegistryClient registry = portolan.schemas();
        assertThat(registry.subjects())
                .containsExactly(
                        "flow-logs-1-value",
                        "flow-logs-enriched-1-value",
                        "port-alerts-1-value",
                        "port-probes-1-value",
                        "port-registry-1-value",
                        "port-server-parts-1-value",
                        "port-servers-1-value",
                        "port-sightings-1-value",
                        "port-traffic-1m-1-value",
                        "port-traffic-parts-1-value")
                .allSatisfy(subject ->
                        assertThat(registry.compatibility(subject)).contains(CompatibilityLevel.FULL_TRANSITIVE));
        assertThat(portolan.run("schemas").code()).isZero();
    }

    @Test
    void theSerializerUsesTheIdOfTheSchemaFile() {
        portolan.run("schemas", "--register");
        int id = portolan.schemas()
                .lookUp("port-registry-1-value", SchemaFiles.read("schemas/port-assignment.avsc"))
                .id();

        byte[] value = portolan.config()
                .avro()
                .serializer()
                .serialize("port-registry-1", Entries.named("tcp", 1274, "t1distproc"));

        assertThat(value[4]).isEqualTo((byte) id);
        assertThat(portolan.schemas().versions("port-registry-1-value")).containsExactly(1);
    }

    @Test
    void anOlderCompatibleSchemaGetsASecondVersion() {
        portolan.schemas().register("flow-logs-1-value", withoutField("attributes"));

        Result shown = portolan.run("schemas");
        Result registered = portolan.run("schemas", "--register");

        assertThat(line(shown, "flow-logs-1-value")).contains("different, compatible");
        assertThat(registered.code()).isZero();
        assertThat(line(registered, "flow-logs-1-value")).containsPattern("registered +\\d +2 ");
    }

    @Test
    void anIncompatibleSchemaIsToldWithTheRegistrysReasonsAndNothingIsChanged() {
        portolan.schemas().register("port-alerts-1-value", foreign());

        Result result = portolan.run("schemas", "--register");

        assertThat(result.code()).isEqualTo(1);
        assertThat(line(result, "port-alerts-1-value")).contains("incompatible");
        assertThat(result.out()).contains("port-alerts-1-value: the new schema cannot read what version 1 writes: ");
        assertThat(result.err())
                .startsWith("portolan: a schema is incompatible with what is registered at http://")
                .contains("nothing was changed")
                .hasLineCount(1);
        assertThat(portolan.schemas().subjects()).containsExactly("port-alerts-1-value");
        assertThat(portolan.schemas().compatibility("flow-logs-1-value")).isEmpty();
    }

    @Test
    void aSubjectThatAllowsEverythingIsStillHeldToFullCompatibility() {
        portolan.schemas().setCompatibility("port-alerts-1-value", CompatibilityLevel.NONE);
        portolan.schemas().register("port-alerts-1-value", foreign());

        Result result = portolan.run("schemas", "--register");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("NAME_MISMATCH");
        assertThat(portolan.schemas().compatibility("port-alerts-1-value")).contains(CompatibilityLevel.NONE);
    }

    @Test
    void aRegistryThatIsAwayIsToldInOneLine() {
        Result result = Deployment.call("schemas", "--schema-registry", "http://127.0.0.1:1");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("portolan: No schema registry answers at http://127.0.0.1:1 after 2 tries")
                .hasLineCount(1);
    }

    private static Schema withoutField(String name) {
        Schema current = SchemaFiles.read("schemas/flow-log.avsc");
        return Schema.createRecord(
                current.getName(),
                current.getDoc(),
                current.getNamespace(),
                false,
                current.getFields().stream()
                        .filter(field -> !field.name().equals(name))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
    }

    private static Schema foreign() {
        return SchemaBuilder.record("Other")
                .namespace("org.example")
                .fields()
                .requiredInt("number")
                .endRecord();
    }

    private static String line(Result result, String subject) {
        return result.out()
                .lines()
                .filter(line -> line.startsWith(subject + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not in: " + result));
    }
}
