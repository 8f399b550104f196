package io.portolan.wire;

import static io.portolan.wire.Samples.configuration;
import static io.portolan.wire.Samples.current;
import static io.portolan.wire.Samples.older;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterRecordsTest {
    private static final String TOPIC = "harbours";

    private LocalSchemaRegistry registry;
    private Serializer<Object> serializer;
    private WriterRecords records;

    @BeforeEach
    void startRegistry() throws IOException {
        registry = LocalSchemaRegistry.start(0);
        Map<String, Object> configuration = configuration(registry.url());
        serializer = Samples.serializer(configuration);
        records = new WriterRecords(Samples.deserializer(configuration));
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void eachRecordHasTheSchemaThatItWasWrittenWith() {
        byte[] old = serializer.serialize(TOPIC, older(3));
        byte[] now = serializer.serialize(TOPIC, current(12, "Oia"));

        assertThat(records.read(TOPIC, old)).isEqualTo(older(3));
        assertThat(records.read(TOPIC, now)).isEqualTo(current(12, "Oia"));
        assertThat(records.read(TOPIC, serializer.serialize(TOPIC, current(7, "Fira"))))
                .isEqualTo(current(7, "Fira"));
        assertThat(records.read(TOPIC, old)).isEqualTo(older(3));
    }

    @Test
    void aKnownIdNeedsNoRegistry() {
        byte[] value = serializer.serialize(TOPIC, current(12, "Oia"));
        records.read(TOPIC, value);
        byte[] unknown = value.clone();
        unknown[4]++;
        registry.close();

        assertThat(records.read(TOPIC, value)).isEqualTo(current(12, "Oia"));
        assertThatThrownBy(() -> records.read(TOPIC, unknown))
                .satisfies(
                        failure -> assertThat(RegistryFault.isBehind(failure)).isTrue());
    }

    @Test
    void bytesAfterTheRecordAreRefusedFromTheFirstValueOn() {
        byte[] value = serializer.serialize(TOPIC, current(12, "Oia"));

        assertThatThrownBy(() -> records.read(TOPIC, Arrays.copyOf(value, value.length + 1)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("bytes follow the record");
        assertThat(records.read(TOPIC, value)).isEqualTo(current(12, "Oia"));
    }

    @Test
    void whatIsFramedIsToldByItsFirstByte() {
        assertThat(WriterRecords.isFramed(new byte[] {0})).isTrue();
        assertThat(WriterRecords.isFramed(new byte[] {'{'})).isFalse();
        assertThat(WriterRecords.isFramed(new byte[0])).isFalse();
        assertThatThrownBy(() -> records.read(TOPIC, new byte[] {0, 0})).isInstanceOf(UnframedValueException.class);
    }

    @Test
    void aDamagedRecordIsTheFaultOfTheRecordWhateverItsBytes() {
        byte[] value = serializer.serialize(TOPIC, current(12, "Santorini"));
        records.read(TOPIC, value);
        Random random = new Random(1274);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = value.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(WireFormat.HEADER_LENGTH, damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(records.read(TOPIC, damaged)).isNotNull();
            } catch (SerializationException e) {
                assertThat(RegistryFault.isBehind(e)).isFalse();
            }
        }
    }

    @Test
    void aLengthBeyondTheRecordTakesNoMemory() {
        byte[] value = serializer.serialize(TOPIC, current(0, ""));
        records.read(TOPIC, value);
        byte[] huge = Arrays.copyOf(value, WireFormat.HEADER_LENGTH + 6);
        // The depth, then the length of the name: 2,147,483,639 as a zigzag varint.
        byte[] length = {0, (byte) 0xee, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        System.arraycopy(length, 0, huge, WireFormat.HEADER_LENGTH, length.length);

        assertThatThrownBy(() -> records.read(TOPIC, huge)).isInstanceOf(SerializationException.class);
    }

    @Test
    void aCountBeyondTheRecordTakesNoMemory() {
        Schema piers = Samples.harbour("{'name':'piers','type':{'type':'array','items':'string'}},"
                + "{'name':'lights','type':{'type':'map','values':'string'}}");
        GenericRecord harbour = new GenericData.Record(piers);
        harbour.put("piers", List.of("a"));
        harbour.put("lights", Map.of());
        byte[] value = serializer.serialize("piers", harbour);
        records.read("piers", value);
        byte[] huge = Arrays.copyOf(value, WireFormat.HEADER_LENGTH + 8);
        // 2,147,483,639 items, as a zigzag varint.
        byte[] count = {(byte) 0xee, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 2, 'a', 0};
        System.arraycopy(count, 0, huge, WireFormat.HEADER_LENGTH, count.length);

        assertThatThrownBy(() -> records.read("piers", huge)).isInstanceOf(SerializationException.class);
    }
}
