package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.judge.Scene;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortServer;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ServerCounterTest {
    private final ServerCounter counter = new ServerCounter();

    @Test
    void aServerThatAnswersOnABarePortIsGatheredWithItsClients() {
        add(answered(50000, 1274));
        add(answered(50001, 1274).addresses("198.51.100.8", "192.0.2.10"));

        assertThat(ServerCounter.take(List.of(counter))).singleElement().satisfies(server -> {
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
        assertThat(ServerCounter.take(List.of(counter))).isEmpty();
    }

    @Test
    void aPortThatTheRegistryDoesNotListIsForgottenToo() {
        add(answered(50000, 4242));

        assertThat(ServerCounter.take(List.of(counter))).singleElement().satisfies(server -> {
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

        assertThat(ServerCounter.take(List.of(counter))).isEmpty();
    }

    @Test
    void whoDidNotAnswerOrIsAServerByItsPortAloneIsNoServer() {
        add(Scene.tcp(50000, 1274).opened(Side.SOURCE));
        add(Scene.tcp(50000, 1274).sent(9, 900));
        add(answered(1274, 443));
        add(answered(50000, 1274).duplicate());

        assertThat(ServerCounter.take(List.of(counter))).isEmpty();
    }

    @Test
    void theServerMayBeTheSource() {
        add(Scene.tcp(1274, 50000).opened(Side.DESTINATION).sent(3, 300).received(3, 300));

        assertThat(ServerCounter.take(List.of(counter))).singleElement().satisfies(server -> {
            assertThat(server.getAddress()).isEqualTo("198.51.100.7");
            assertThat(server.getClientAddresses()).containsExactly("192.0.2.10");
        });
    }

    @Test
    void anAddressOfVersion6StandsInBrackets() {
        add(answered(50000, 1274).addresses("2001:db8::7", "2001:db8::10"));

        assertThat(ServerCounter.take(List.of(counter)))
                .extracting(Servers::key)
                .containsExactly("[2001:db8::10]:1274/tcp");
    }

    @Test
    void whatSeveralCountersSawOfAServerIsTakenAsIfOneHadSeenIt() {
        Random random = new Random(31);
        List<ServerCounter> several = List.of(new ServerCounter(), new ServerCounter(), new ServerCounter());
        for (int i = 0; i < 3_000; i++) {
            LabelledFlow labelled = answered(50000 + random.nextInt(100), 1274 + random.nextInt(3))
                    .addresses("198.51.100." + random.nextInt(90), "192.0.2." + random.nextInt(5))
                    .at(1_700_000_000_000L + random.nextInt(1_000_000))
                    .labelled();
            add(counter, labelled);
            add(several.get(random.nextInt(3)), labelled);
        }

        Map<String, PortServer> taken = byKey(ServerCounter.take(several));

        Map<String, PortServer> expected = byKey(ServerCounter.take(List.of(counter)));
        assertThat(taken)
                .hasSize(15)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*client_addresses.*")
                .isEqualTo(expected);
        assertThat(ServerCounter.take(several)).isEmpty();
    }

    @Test
    void moreFlowsThanArePutAsideAreAllCounted() {
        int flows = 2 * PutAside.MOST + 5;
        for (int i = 0; i < flows; i++) {
            add(answered(50000, 1274).addresses("198.51.100." + i % 90, "192.0.2." + i % 2));
        }

        Map<String, PortServer> taken = byKey(ServerCounter.take(List.of(counter)));

        assertThat(taken).containsOnlyKeys("192.0.2.0:1274/tcp", "192.0.2.1:1274/tcp");
        assertThat(taken.get("192.0.2.0:1274/tcp").getFlows()).isEqualTo(flows / 2 + 1);
        assertThat(taken.get("192.0.2.1:1274/tcp").getFlows()).isEqualTo(flows / 2);
        assertThat(taken.get("192.0.2.1:1274/tcp").getClients()).isEqualTo(45);
        assertThat(ServerCounter.take(List.of(counter))).isEmpty();
    }

    private static Map<String, PortServer> byKey(List<PortServer> servers) {
        return servers.stream().collect(Collectors.toMap(Servers::key, server -> server));
    }

    private static Scene answered(int src, int dst) {
        return Scene.tcp(src, dst).opened(Side.SOURCE).sent(3, 300).received(3, 300);
    }

    private void add(Scene scene) {
        add(counter, scene.labelled());
    }

    private static void add(ServerCounter to, LabelledFlow labelled) {
        to.add(labelled, Scene.judged(labelled));
    }
}
