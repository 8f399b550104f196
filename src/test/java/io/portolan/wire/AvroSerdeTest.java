package io.portolan.wire;

import static io.portolan.wire.Samples.configuration;
import static io.portolan.wire.Samples.current;
import static io.portolan.wire.Samples.deserializer;
import static io.portolan.wire.Samples.serializer;
import static io.portolan.wire.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.schema.Action;
import io.portolan.schema.Endpoint;
import io.portolan.schema.FlowLog;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private LocalSchemaRegistry registry;
    private Map<String, Object> configuration;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = LocalSchemaRegistry.start(0);
        configuration = configuration(registry.url());
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    private static FlowLog flow() {
        return FlowLog.newBuilder()
                .setProtocol(6)
                .setSrcPort(51000)
                .setDstPort(1274)
                .setTcpFlags(2)
                .setInitiator(Side.SOURCE)
                .setAction(Action.ACCEPT)
                .setState(FlowState.ESTABLISHED)
                .setReverseBytes(7L)
                .setSrcAddress("192.0.2.1")
                .setDstAddress("2001:db8::7")
                .setStartTime(Instant.ofEpochMilli(1_700_000_000_000L))
                .setEndTime(Instant.ofEpochMilli(1_700_000_001_000L))
                .setAttributes(Map.of("uid", "C1"))
                .build();
    }

    @Test
    void aStrategyThatNobodyKnowsAndTheLatestVersionAreRefused() {
        assertThatThrownBy(() -> Samples.serializer(
                        with(configuration("http://127.0.0.1:1"), "value.subject.name.strategy", "com.example.Mine")))
                .hasMessage("value.subject.name.strategy is com.example.Mine; known are TopicNameStrategy,"
                        + " RecordNameStrategy, TopicRecordNameStrategy");
        assertThatThrownBy(() ->
                        Samples.serializer(with(configuration("http://127.0.0.1:1"), "use.latest.version", "true")))
                .hasMessageStartingWith("use.latest.version would put the id of another schema before a record");
    }

    @Test
    void aRecordIsWrittenAsZeroThenTheIdThenItsAvroBytes() {
        byte[] value = serializer(configuration).serialize("harbours", current(12, "Oia"));

        assertThat(value).containsExactly(0, 0, 0, 0, 1, 24, 6, 'O', 'i', 'a');
    }

    @Test
    void aGenericRecordComesBackWithTheWritersSchema() {
        byte[] value = serializer(configuration).serialize("harbours", current(12, "Oia"));

        assertThat(deserializer(configuration).deserialize("harbours", value)).isEqualTo(current(12, "Oia"));
    }

    @Test
    void aGeneratedRecordComesBackAsItsClass() {
        Map<String, Object> specific = with(configuration, "specific.avro.reader", "true");

        byte[] value = serializer(specific).serialize("flows", flow());

        assertThat(deserializer(specific).deserialize("flows", value)).isEqualTo(flow());
    }

    @Test
    void aGeneratedRecordIsReadGenericallyByDefault() {
        byte[] value = serializer(configuration).serialize("flows", flow());

        GenericRecord read = (GenericRecord) deserializer(configuration).deserialize("flows", value);

        assertThat(read.getClass()).isEqualTo(GenericData.Record.class);
        assertThat(read.get("dst_port")).isEqualTo(1274);
        assertThat(read.get("src_address")).hasToString("192.0.2.1");
        assertThat(read.get("start_time")).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void anotherWritersSchemaIsResolvedToThatOfTheGeneratedClass() {
        Schema older = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Endpoint\",\"namespace\":\"io.portolan.schema\",\"fields\":["
                        + "{\"name\":\"port\",\"type\":\"int\"},{\"name\":\"name\",\"type\":\"string\"},"
                        + "{\"name\":\"address\",\"type\":\"string\"}]}");
        GenericRecord written = new GenericData.Record(older);
        written.put("port", 1274);
        written.put("name", "gone");
        written.put("address", "192.0.2.1");

        byte[] value = serializer(configuration).serialize("endpoints", written);

        assertThat(deserializer(with(configuration, "specific.avro.reader", true))
                        .deserialize("endpoints", value))
                .isEqualTo(Endpoint.newBuilder()
                        .setAddress("192.0.2.1")
                        .setPort(1274)
                        .build());
    }

    @Test
    void nullIsATombstoneBothWays() {
        assertThat(serializer(configuration).serialize("harbours", null)).isNull();
        assertThat(deserializer(configuration).deserialize("harbours", null)).isNull();
    }

    @Test
    void keysAndValuesHaveSubjectsOfTheirOwn() {
        Serializer<Object> keys = new AvroSerializer();
        keys.configure(configuration, true);
        keys.serialize("harbours", current(1, "a"));
        serializer(configuration).serialize("harbours", current(1, "a"));

        assertThat(new SchemaRegistryClient(configuration).subjects())
                .containsExactly("harbours-key", "harbours-value");
    }

    @Test
    void withoutJavaPropertiesTheClassHasTheIdOfItsSchemaFile() throws IOException {
        Schema file = new Schema.Parser().parse(new File("schemas/flow-log.avsc"));
        int id = new SchemaRegistryClient(configuration).register("flows-value", file);
        Map<String, Object> strict =
                with(with(configuration, "avro.remove.java.properties", "true"), "auto.register.schemas", "false");

        assertThat(WireFormat.schemaId(serializer(strict).serialize("flows", flow())))
                .isEqualTo(id);
    }

    @Test
    void aMissingSchemaIsNamedWithTheWayOut() {
        Serializer<Object> strict = serializer(with(configuration, "auto.register.schemas", "false"));

        assertThatThrownBy(() -> strict.serialize("harbours", current(1, "a")))
                .isInstanceOf(SerializationException.class)
                .hasMessage("Schema test.Harbour is not registered under subject harbours-value at " + registry.url()
                        + "; register it with: portolan schemas --register (or set auto.register.schemas=true)")
                .hasCauseInstanceOf(SchemaRegistryException.class);
    }

    @Test
    void aSchemaThatWasMissingIsFoundOnceItIsRegistered() {
        Serializer<Object> strict = serializer(with(configuration, "auto.register.schemas", "false"));
        assertThatThrownBy(() -> strict.serialize("harbours", current(1, "a")))
                .isInstanceOf(SerializationException.class);

        int id = new SchemaRegistryClient(configuration).register("harbours-value", Samples.CURRENT);

        assertThat(WireFormat.schemaId(strict.serialize("harbours", current(1, "a"))))
                .isEqualTo(id);
    }

    @Test
    void anIncompatibleSchemaIsRefused() {
        serializer(configuration).serialize("harbours", current(1, "a"));
        GenericRecord other = new GenericData.Record(Samples.harbour("{\"name\":\"depth\",\"type\":\"string\"}"));
        other.put("depth", "deep");

        assertThatThrownBy(() -> serializer(configuration).serialize("harbours", other))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("harbours-value")
                .hasMessageContaining("TYPE_MISMATCH at /fields/0/type")
                .hasMessageContaining(registry.url())
                .cause()
                .isInstanceOfSatisfying(SchemaRegistryException.class, e -> {
                    assertThat(e.status()).isEqualTo(409);
                    assertThat(e.isIncompatible()).isTrue();
                });
    }

    @Test
    void whatIsNoRecordIsRefused() {
        assertThatThrownBy(() -> serializer(configuration).serialize("harbours", "text"))
                .isInstanceOf(SerializationException.class)
                .hasMessage("Cannot write a java.lang.String to topic harbours as Avro; it is no record");
    }

    @Test
    void aRecordThatDoesNotFitItsSchemaIsRefused() {
        GenericRecord halfFilled = new GenericData.Record(Samples.CURRENT);

        assertThatThrownBy(() -> serializer(configuration).serialize("harbours", halfFilled))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("Cannot write a record for topic harbours with schema test.Harbour (id 1)");
    }

    @Test
    void anUnknownIdIsNamed() {
        assertThatThrownBy(() -> deserializer(configuration).deserialize("harbours", new byte[] {0, 0, 0, 3, 0xf, 1}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Schema id 783 of a value of topic harbours")
                .hasMessageContaining(registry.url())
                .satisfies(e -> assertThat(RegistryFault.isBehind(e)).isFalse())
                .cause()
                .isInstanceOfSatisfying(
                        SchemaRegistryException.class,
                        e -> assertThat(e.errorCode()).isEqualTo(40403));
    }

    @Test
    void bytesThatAreNotOfTheSchemaAreABadRecord() {
        serializer(configuration).serialize("harbours", current(1, "a"));

        assertThatThrownBy(() -> deserializer(configuration).deserialize("harbours", new byte[] {0, 0, 0, 0, 1, 2, 99}))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("Cannot read a value of topic harbours as test.Harbour (schema id 1)")
                .satisfies(e -> assertThat(RegistryFault.isBehind(e)).isFalse());
    }

    @Test
    void aLengthOfGigabytesInAShortValueIsABadRecord() {
        serializer(configuration).serialize("harbours", current(1, "a"));
        byte[] value = {0, 0, 0, 0, 1, 2, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0xf};

        assertThatThrownBy(() -> deserializer(configuration).deserialize("harbours", value))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aNameWithoutGeneratedClassIsNotReadIntoAnyOtherClass() {
        Schema dangerous = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"File\",\"namespace\":\"java.io\",\"fields\":[]}");
        byte[] value = serializer(configuration).serialize("files", new GenericData.Record(dangerous));

        assertThatThrownBy(() -> deserializer(with(configuration, "specific.avro.reader", true))
                        .deserialize("files", value))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("There is no generated class java.io.File on the class path");
    }
}
