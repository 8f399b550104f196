package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.FlowLogs;
import io.portolan.schema.FlowLog;
import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import io.portolan.wire.RegistryFault;
import io.portolan.wire.SchemaRegistryClient;
import io.portolan.wire.WireFormat;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our serializers against Confluent's real ones, on our registry and on Apicurio's: ids, bytes and what they come to. */
@Timeout(180)
@EnabledIf(value = "io.portolan.app.job.Confluent#present", disabledReason = Confluent.ABSENT)
class ConfluentInteropTest {
    private static final Map<String, Object> GENERIC = Map.of("specific.avro.reader", false);
    private static final Map<String, Object> SPECIFIC = Map.of("specific.avro.reader", true);

    @TempDir
    private static Path folder;

    private static final Map<String, String> REGISTRIES = new LinkedHashMap<>();
    private static LocalSchemaRegistry ours;
    private static ApicurioRegistry apicurio;

    private final String topic = "flows-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        ours = LocalSchemaRegistry.start(0);
        REGISTRIES.put("ours", ours.url());
        var program = Confluent.apicurio();
        if (program.isPresent()) {
            apicurio = ApicurioRegistry.start(program.get(), folder);
            REGISTRIES.put("apicurio", apicurio.url());
        }
    }

    @AfterAll
    static void stop() {
        ours.close();
        if (apicurio != null) {
            apicurio.close();
        }
    }

    static List<String> registries() {
        return List.copyOf(REGISTRIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("registries")
    void genericRecordsHaveTheSameIdAndBytesAndAreReadByTheOther(String registry) throws Exception {
        String url = REGISTRIES.get(registry);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            GenericRecord flow = FlowLogs.random(random);

            byte[] theirs = Confluent.serializer(url, Map.of()).serialize(topic, flow);
            byte[] own = serializer(url, Map.of()).serialize(topic, flow);

            assertThat(own).isEqualTo(theirs);
            assertThat(deserializer(url, GENERIC).deserialize(topic, theirs)).isEqualTo(flow);
            assertThat(Confluent.deserializer(url, GENERIC).deserialize(topic, own))
                    .isEqualTo(flow);
        }
        assertThat(client(url).versions(topic + "-value")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void generatedClassesHaveTheSameIdAndBytesAndAreReadByTheOther(String registry) throws Exception {
        String url = REGISTRIES.get(registry);
        FlowLog flow = AvroFlows.specific();

        byte[] own = serializer(url, Map.of()).serialize(topic, flow);
        byte[] theirs = Confluent.serializer(url, Map.of()).serialize(topic, flow);

        assertThat(own).isEqualTo(theirs);
        assertThat(deserializer(url, SPECIFIC).deserialize(topic, theirs)).isEqualTo(flow);
        assertThat(Confluent.deserializer(url, SPECIFIC).deserialize(topic, own))
                .isEqualTo(flow);
        assertThat(client(url).latest(topic + "-value").schema()).isEqualTo(FlowLogs.SCHEMA);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void eachStrategyNamesTheSameSubjects(String registry) throws Exception {
        String url = REGISTRIES.get(registry);
        GenericRecord flow = AvroFlows.session(FlowLogs.SCHEMA);
        for (String strategy : List.of("TopicNameStrategy", "RecordNameStrategy", "TopicRecordNameStrategy")) {
            Map<String, Object> named = Map.of(
                    "value.subject.name.strategy", Confluent.STRATEGIES + strategy, "auto.register.schemas", false);
            Map<String, Object> registering = Map.of("value.subject.name.strategy", Confluent.STRATEGIES + strategy);

            byte[] theirs = Confluent.serializer(url, registering).serialize(topic, flow);

            assertThat(serializer(url, named).serialize(topic, flow))
                    .as(strategy)
                    .isEqualTo(theirs);
        }
        assertThat(client(url).subjects())
                .contains(topic + "-value", "io.portolan.schema.FlowLog", topic + "-io.portolan.schema.FlowLog");
    }

    @ParameterizedTest
    @MethodSource("registries")
    void whoMayNotRegisterWritesWhatIsRegisteredAndNothingElse(String registry) throws Exception {
        String url = REGISTRIES.get(registry);
        GenericRecord flow = AvroFlows.session(FlowLogs.SCHEMA);
        Map<String, Object> reading = Map.of("auto.register.schemas", false);

        assertThatThrownBy(() -> serializer(url, reading).serialize(topic, flow))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> Confluent.serializer(url, reading).serialize(topic, flow))
                .isInstanceOf(SerializationException.class);

        int id = client(url).register(topic + "-value", FlowLogs.SCHEMA);
        byte[] own = serializer(url, reading).serialize(topic, flow);
        assertThat(own).isEqualTo(Confluent.serializer(url, reading).serialize(topic, flow));
        assertThat(WireFormat.schemaId(own)).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void aWriterOfTheLatestVersionIsRead(String registry) throws Exception {
        String url = REGISTRIES.get(registry);
        client(url).register(topic + "-value", AvroFlows.older());
        int latest = client(url).register(topic + "-value", FlowLogs.SCHEMA);
        Map<String, Object> settings = Map.of("auto.register.schemas", false, "use.latest.version", true);

        byte[] theirs = Confluent.serializer(url, settings).serialize(topic, AvroFlows.session(FlowLogs.SCHEMA));

        assertThat(WireFormat.schemaId(theirs)).isEqualTo(latest);
        assertThat(deserializer(url, GENERIC).deserialize(topic, theirs)).isEqualTo(AvroFlows.session(FlowLogs.SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("registries")
    void olderAndNewerSchemasAreResolvedAlikeInBothDirections(String registry) throws Exception {
        String url = REGISTRIES.get(registry);
        for (Schema writer : List.of(AvroFlows.older(), FlowLogs.SCHEMA, AvroFlows.newer())) {
            GenericRecord flow = AvroFlows.session(writer);
            byte[] theirs = Confluent.serializer(url, Map.of()).serialize(topic, flow);
            byte[] own = serializer(url, Map.of()).serialize(topic, flow);

            assertThat(own).isEqualTo(theirs);
            assertThat(deserializer(url, SPECIFIC).deserialize(topic, theirs))
                    .isInstanceOf(FlowLog.class)
                    .isEqualTo(Confluent.deserializer(url, SPECIFIC).deserialize(topic, own));
        }
        assertThat(client(url).versions(topic + "-value")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("registries")
    void aRegistryThatIsDownIsNoFaultOfARecordAndWhenItIsBackBothGoOn(String registry) throws Exception {
        URI behind = URI.create(REGISTRIES.get(registry));
        try (Gate gate = new Gate(behind.getPort())) {
            String url = "http://127.0.0.1:" + gate.port() + behind.getPath();
            GenericRecord flow = AvroFlows.session(FlowLogs.SCHEMA);
            Serializer<Object> theirs = Confluent.serializer(url, Map.of());
            Serializer<Object> own = serializer(url, Map.of());
            byte[] known = own.serialize(topic, flow);
            assertThat(theirs.serialize(topic, flow)).isEqualTo(known);
            Deserializer<Object> theirReader = Confluent.deserializer(url, GENERIC);
            gate.shut();

            assertThat(own.serialize(topic, flow)).as("an id that is known").isEqualTo(known);
            assertThat(theirs.serialize(topic, flow)).isEqualTo(known);
            assertThatThrownBy(() -> theirReader.deserialize(topic, known))
                    .satisfies(
                            fault -> assertThat(RegistryFault.isBehind(fault)).isTrue());
            assertThatThrownBy(() -> own.serialize(topic + "-other", flow))
                    .satisfies(
                            fault -> assertThat(RegistryFault.isBehind(fault)).isTrue());
            gate.open();

            assertThat(theirReader.deserialize(topic, known)).isEqualTo(flow);
            assertThat(own.serialize(topic + "-other", flow)).isEqualTo(theirs.serialize(topic + "-other", flow));
        }
    }

    private static Serializer<Object> serializer(String url, Map<String, Object> more) {
        Serializer<Object> serializer = new AvroSerializer();
        serializer.configure(Confluent.settings(url, more), false);
        return serializer;
    }

    private static Deserializer<Object> deserializer(String url, Map<String, Object> more) {
        Deserializer<Object> deserializer = new AvroDeserializer();
        deserializer.configure(Confluent.settings(url, more), false);
        return deserializer;
    }

    private static SchemaRegistryClient client(String url) {
        return new SchemaRegistryClient(Map.of("schema.registry.url", url));
    }
}
