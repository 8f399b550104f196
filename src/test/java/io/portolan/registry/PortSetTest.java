package io.portolan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortSetTest {
    private final PortSet ports = new PortSet();

    @Test
    void whatWasAddedIsInItAndNothingElse() {
        ports.add(Transport.TCP, 0);
        ports.add(Transport.TCP, 1274);
        ports.add(Transport.TCP, 65_535);

        assertThat(IntStream.rangeClosed(0, 65_535).filter(port -> ports.contains(Transport.TCP, port)))
                .containsExactly(0, 1274, 65_535);
    }

    @Test
    void eachTransportHasPortsOfItsOwn() {
        ports.add(Transport.UDP, 1274);

        assertThat(ports.contains(Transport.UDP, 1274)).isTrue();
        assertThat(ports.contains(Transport.TCP, 1274)).isFalse();
        assertThat(ports.contains(Transport.SCTP, 1274)).isFalse();
    }
}
