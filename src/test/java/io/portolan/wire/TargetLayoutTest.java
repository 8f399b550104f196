package io.portolan.wire;

import static io.portolan.wire.Samples.configuration;
import static io.portolan.wire.Samples.current;
import static io.portolan.wire.Samples.newer;
import static io.portolan.wire.Samples.older;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.schema.Endpoint;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetLayoutTest {
    private static final String TOPIC = "harbours";

    private LocalSchemaRegistry registry;
    private Map<String, Object> configuration;
    private Serializer<Object> serializer;
    private TargetLayout layout;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = LocalSchemaRegistry.start(0);
        configuration = configuration(registry.url());
        serializer = Samples.serializer(configuration);
        layout = new TargetLayout(Samples.deserializer(configuration), Samples.CURRENT);
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    private static byte[] bodyOf(byte[] value) {
        return Arrays.copyOfRange(value, 5, value.length);
    }

    @Test
    void aValueOfTheTargetsLayoutIsUsedAsItIs() {
        byte[] value = serializer.serialize(TOPIC, current(12, "Oia"));

        assertThat(layout.bodyOffset(TOPIC, value)).isEqualTo(5);
        assertThat(layout.resolve(TOPIC, value)).isEqualTo(bodyOf(value));
    }

    @Test
    void aKnownIdNeedsNoRegistry() {
        byte[] value = serializer.serialize(TOPIC, current(12, "Oia"));
        byte[] old = serializer.serialize(TOPIC, older(3));
        layout.bodyOffset(TOPIC, value);
        layout.bodyOffset(TOPIC, old);
        registry.close();

        assertThat(layout.bodyOffset(TOPIC, value)).isEqualTo(5);
        assertThat(layout.bodyOffset(TOPIC, old)).isEqualTo(TargetLayout.RESOLVE);
    }

    @Test
    void anotherIdWithTheSameLayoutIsUsedAsItIs() {
        Schema documented = new Schema.Parser()
                .parse(Samples.CURRENT.toString().replace("\"fields\"", "\"doc\":\"A harbour.\",\"fields\""));
        GenericRecord record = new GenericData.Record(documented);
        record.put("depth", 1);
        record.put("name", "a");
        byte[] first = serializer.serialize(TOPIC, current(1, "a"));
        byte[] second = Samples.serializer(configuration).serialize(TOPIC, record);

        assertThat(WireFormat.schemaId(second)).isNotEqualTo(WireFormat.schemaId(first));
        assertThat(layout.bodyOffset(TOPIC, first)).isEqualTo(5);
        assertThat(layout.bodyOffset(TOPIC, second)).isEqualTo(5);
        assertThat(layout.bodyOffset(TOPIC, first)).isEqualTo(5);
    }

    @Test
    void anOlderWritersRecordGetsTheDefaultsOfTheTarget() {
        byte[] value = serializer.serialize(TOPIC, older(3));

        assertThat(layout.bodyOffset(TOPIC, value)).isEqualTo(TargetLayout.RESOLVE);
        assertThat(layout.resolve(TOPIC, value)).isEqualTo(bodyOf(serializer.serialize(TOPIC, current(3, "unknown"))));
    }

    @Test
    void aNewerWritersRecordLosesWhatTheTargetDoesNotHave() {
        byte[] value = serializer.serialize(TOPIC, newer(3, "Oia", 2));

        assertThat(layout.bodyOffset(TOPIC, value)).isEqualTo(TargetLayout.RESOLVE);
        assertThat(layout.resolve(TOPIC, value)).isEqualTo(bodyOf(serializer.serialize(TOPIC, current(3, "Oia"))));
    }

    @Test
    void anUnframedValueIsRefused() {
        assertThatThrownBy(() -> layout.bodyOffset(TOPIC, new byte[] {0, 0}))
                .isInstanceOf(UnframedValueException.class);
        assertThatThrownBy(() -> layout.resolve(TOPIC, new byte[] {1, 0, 0, 0, 1, 2}))
                .isInstanceOf(UnframedValueException.class);
    }

    @Test
    void bytesAfterAnOlderRecordAreRefused() {
        byte[] value = serializer.serialize(TOPIC, older(3));
        byte[] longer = Arrays.copyOf(value, value.length + 1);

        assertThatThrownBy(() -> layout.resolve(TOPIC, longer))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("Cannot resolve a value of topic harbours from test.Harbour (schema id 1)")
                .hasMessageContaining("bytes follow the record");
    }

    @Test
    void garbageInAnOlderRecordIsRefused() {
        byte[] value = serializer.serialize(TOPIC, older(3));
        layout.bodyOffset(TOPIC, value);
        byte[] garbage = {0, 0, 0, 0, 1, -1, -1, -1, -1, -1, -1, -1};

        assertThatThrownBy(() -> layout.resolve(TOPIC, garbage)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> layout.resolve(TOPIC, new byte[] {0, 0, 0, 0, 1}))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void garbageUnderAnIdThatIsSeenForTheFirstTimeTeachesNothing() {
        byte[] value = serializer.serialize(TOPIC, older(3));

        assertThatThrownBy(() -> layout.bodyOffset(TOPIC, new byte[] {0, 0, 0, 0, 1}))
                .isInstanceOf(SerializationException.class);
        assertThat(layout.bodyOffset(TOPIC, value)).isEqualTo(TargetLayout.RESOLVE);
    }

    @Test
    void aSchemaThatCannotBecomeTheTargetIsRefused() {
        GenericRecord other = new GenericData.Record(Samples.harbour("{\"name\":\"name\",\"type\":\"string\"}"));
        other.put("name", "Oia");
        byte[] value = serializer.serialize("others", other);

        assertThat(layout.bodyOffset("others", value)).isEqualTo(TargetLayout.RESOLVE);
        assertThatThrownBy(() -> layout.resolve("others", value))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("missing required field depth");
    }

    @Test
    void aRegistryThatIsAwayIsNotTheValuesFault() {
        byte[] value = serializer.serialize(TOPIC, current(1, "a"));
        registry.close();

        assertThatThrownBy(() -> layout.bodyOffset(TOPIC, value)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aDeserializerOfGeneratedClassesHidesTheWritersSchema() {
        TargetLayout specific = new TargetLayout(
                Samples.deserializer(Samples.with(configuration, "specific.avro.reader", true)),
                Endpoint.getClassSchema());
        byte[] value = serializer.serialize(
                "endpoints",
                Endpoint.newBuilder().setAddress("192.0.2.1").setPort(1).build());

        assertThatThrownBy(() -> specific.bodyOffset("endpoints", value))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("specific.avro.reader=false");
    }
}
