package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.registry.Transport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenServersTest {
    private final SeenServers servers = new SeenServers();

    @Test
    void aServerIsFoundAgainByAddressPortAndTransport() {
        SeenServer server = servers.of("192.0.2.10", 1274, Transport.TCP);

        assertThat(servers.of("192.0.2.10", 1274, Transport.TCP)).isSameAs(server);
        assertThat(servers.of("192.0.2.11", 1274, Transport.TCP)).isNotSameAs(server);
        assertThat(servers.of("192.0.2.10", 1275, Transport.TCP)).isNotSameAs(server);
        assertThat(servers.of("192.0.2.10", 1274, Transport.UDP)).isNotSameAs(server);
        assertThat(servers.all()).hasSize(4).startsWith(server);
    }

    @Test
    void eachOfManyIsFoundAgain() {
        List<SeenServer> first = many();

        assertThat(many()).isEqualTo(first);
        assertThat(servers.all()).isEqualTo(first);
        assertThat(first).doesNotHaveDuplicates();
    }

    @Test
    void whatWasClearedBeginsAnew() {
        List<SeenServer> first = many();
        servers.clear();

        assertThat(servers.all()).isEmpty();
        assertThat(many()).doesNotContainAnyElementsOf(first).hasSameSizeAs(first);
    }

    private List<SeenServer> many() {
        List<SeenServer> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(servers.of("192.0.2." + i % 250, 1024 + i, i % 2 == 0 ? Transport.TCP : Transport.UDP));
        }
        return many;
    }
}
