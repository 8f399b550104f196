package io.portolan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortKeyTest {

    @Test
    void itsTextIsTransportSlashPort() {
        assertThat(new PortKey(Transport.TCP, 1274)).hasToString("tcp/1274");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp/1274", "TCP/1274", "1274/tcp", " tcp / 1274 "})
    void bothOrdersAreRead(String text) {
        assertThat(PortKey.parse(text)).isEqualTo(new PortKey(Transport.TCP, 1274));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sctp/0", "dccp/65535"})
    void theEndsOfTheRangeArePorts(String text) {
        assertThat(PortKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void aNumberOutsideTheRangeIsNoPort(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PortKey(Transport.UDP, port))
                .withMessage("port " + port + " is outside 0-65535");
    }

    @ParameterizedTest
    @CsvSource({
        "1274, expected something like tcp/1274",
        "tcp/, is not a port number",
        "tcp/-1, is not a port number",
        "tcp/1274.0, is not a port number",
        "tcp/٣, is not a port number",
        "tcp/99999999999, is outside 0-65535",
        "icmp/8, unknown transport",
    })
    void otherTextIsRefusedWithTheCause(String text, String cause) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortKey.parse(text))
                .withMessageContaining(cause);
    }

    @Test
    void keysSortByTransportThenPort() {
        assertThat(Stream.of("udp/1", "tcp/80", "sctp/9", "tcp/9")
                        .map(PortKey::parse)
                        .sorted())
                .map(PortKey::toString)
                .isEqualTo(List.of("tcp/9", "tcp/80", "udp/1", "sctp/9"));
    }
}
