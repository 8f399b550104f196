package io.portolan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    @ParameterizedTest
    @CsvSource({"6,TCP", "17,UDP", "132,SCTP", "33,DCCP"})
    void aProtocolNumberIsItsTransport(int protocol, Transport expected) {
        assertThat(Transport.ofProtocol(protocol)).isSameAs(expected);
    }

    @Test
    void udpLiteUsesThePortsOfUdp() {
        assertThat(Transport.ofProtocol(136)).isSameAs(Transport.UDP);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 58, 255, 256, -1, Integer.MIN_VALUE})
    void aProtocolWithoutPortsHasNoTransport(int protocol) {
        assertThat(Transport.ofProtocol(protocol)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void itsTextIsReadBackInAnyCase(Transport transport) {
        assertThat(Transport.parse(transport.text())).isSameAs(transport);
        assertThat(Transport.parse(transport.name())).isSameAs(transport);
    }

    @Test
    void anUnknownNameIsRefusedWithTheChoices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transport.parse("quic"))
                .withMessage("unknown transport \"quic\": expected tcp, udp, sctp or dccp");
    }
}
