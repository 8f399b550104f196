package io.portolan.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    @Test
    void theSchemaIdStandsInFourBytesInNetworkOrder() {
        assertThat(WireFormat.schemaId(new byte[] {0, 0x01, 0x02, (byte) 0x83, (byte) 0xff}))
                .isEqualTo(0x010283ff);
    }

    @Test
    void aShortValueIsNotFramed() {
        assertThatThrownBy(() -> WireFormat.schemaId(new byte[] {0, 0, 0, 1}))
                .isInstanceOf(UnframedValueException.class)
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("Value of 4 bytes is too short for a schema id; expected the byte 0");
    }

    @Test
    void anotherFirstByteIsNotFramed() {
        assertThatThrownBy(() -> WireFormat.schemaId("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(UnframedValueException.class)
                .hasMessageStartingWith("Value begins with byte 0x7b;");
    }

    @Test
    void aNegativeSchemaIdIsNotFramed() {
        assertThatThrownBy(() -> WireFormat.schemaId(new byte[] {0, -1, -1, -1, -1}))
                .isInstanceOf(UnframedValueException.class)
                .hasMessageStartingWith("Value bears a negative schema id;");
    }

    @Test
    void theHeaderOfATopicIsWhatTheSerializerWrites() {
        byte[] header = WireFormat.headerOf((topic, sample) -> new byte[] {0, 0, 0, 1, 2, 42}, "harbours", "sample");

        assertThat(header).containsExactly(0, 0, 0, 1, 2);
    }

    @Test
    void aSerializerOfAnotherFormatHasNoHeader() {
        assertThatThrownBy(() -> WireFormat.headerOf((topic, sample) -> new byte[] {1, 2, 3}, "harbours", "sample"))
                .isInstanceOf(UnframedValueException.class);
        assertThatThrownBy(() -> WireFormat.headerOf((topic, sample) -> null, "harbours", "sample"))
                .isInstanceOf(UnframedValueException.class);
    }
}
