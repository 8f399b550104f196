package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Scene;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerCounterTest {
    private final ServerCounter counter = new ServerCounter();

    @Test
    void aServerThatAnswersOnABarePortIsGatheredWithItsClients() {
        add(answered(50000, 1274));
        add(answered(50001, 1274).addresses("198.51.100.8", "192.0.2.10"));

        assertThat(counter.take()).singleElement().satisfies(server -> {
            assertThat(Servers.key(server)).isEqualTo("192.0.2.10:1274/tcp");
            assertThat(server.getStatus()).isEqualTo(PortStatus.ASSIGNED);
            assertThat(server.getDocumentation()).isEqualTo(Documentation.BARE);
            assertThat(server.getService()).isEqualTo("t1distproc");
            assertThat(server.getRoleBasis()).isEqualTo(RoleBasis.SENSOR);
            assertThat(server.getClients()).isEqualTo(2);
            assertThat(server.getClientAddresses()).containsExactly("198.51.100.7", "198.51.100.8");
            assertThat(server.getFlows()).isEqualTo(2);
            assertThat(server.getBytes()).isEqualTo(1_200);
            assertThat(server.getFirstSeen()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_500L));
            assertThat(server.getLastSeen()).isEqualTo(Instant.ofEpochMilli(1_700_000_001_750L));
        });
        assertThat(counter.take()).isEmpty();
    }

    @Test
    void aPortThatTheRegistryDoesNotListIsForgottenToo() {
        add(answered(50000, 4242));

        assertThat(counter.take()).singleElement().satisfies(server -> {
            assertThat(server.getPort()).isEqualTo(4242);
            assertThat(server.getStatus()).isEqualTo(PortStatus.UNLISTED);
            assertThat(server.getService()).isNull();
        });
    }

    @Test
    void documentedPortsAndPortsOfTheDynamicRangeAreNot() {
        add(answered(50000, 443));
        add(answered(50000, 50001));
        add(answered(50000, 0));

        assertThat(counter.take()).isEmpty();
    }

    @Test
    void whoDidNotAnswerOrIsAServerByItsPortAloneIsNoServer() {
        add(Scene.tcp(50000, 1274).opened(Side.SOURCE));
        add(Scene.tcp(50000, 1274).sent(9, 900));
        add(answered(1274, 443));
        add(answered(50000, 1274).duplicate());

        assertThat(counter.take()).isEmpty();
    }

    @Test
    void theServerMayBeTheSource() {
        add(Scene.tcp(1274, 50000).opened(Side.DESTINATION).sent(3, 300).received(3, 300));

        assertThat(counter.take()).singleElement().satisfies(server -> {
            assertThat(server.getAddress()).isEqualTo("198.51.100.7");
            assertThat(server.getClientAddresses()).containsExactly("192.0.2.10");
        });
    }

    @Test
    void anAddressOfVersion6StandsInBrackets() {
        add(answered(50000, 1274).addresses("2001:db8::7", "2001:db8::10"));

        assertThat(counter.take()).extracting(Servers::key).containsExactly("[2001:db8::10]:1274/tcp");
    }

    private static Scene answered(int src, int dst) {
        return Scene.tcp(src, dst).opened(Side.SOURCE).sent(3, 300).received(3, 300);
    }

    private void add(Scene scene) {
        LabelledFlow labelled = scene.labelled();
        counter.add(labelled, Scene.judged(labelled));
    }
}
