package io.portolan.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.registry.PortKey;
import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    @Test
    void exactlyThePortsOfTheRulesAreWatched() {
        Random random = new Random(1024);
        List<Rule> some = new ArrayList<>();
        Set<PortKey> watched = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Transport transport = Transport.values()[random.nextInt(Transport.values().length)];
            Set<Integer> ports = Set.of(random.nextInt(32_768), 32_768 + random.nextInt(32_768));
            ports.forEach(port -> watched.add(new PortKey(transport, port)));
            some.add(rule("rule " + i, ports, Set.of(transport)));
        }
        some.add(rule("ends", Set.of(0, 65_535), Set.of(Transport.values())));
        for (Transport transport : Transport.values()) {
            watched.add(new PortKey(transport, 0));
            watched.add(new PortKey(transport, 65_535));
        }
        Rules rules = new Rules(some);

        for (Transport transport : Transport.values()) {
            for (int port = 0; port <= PortKey.MAX_PORT; port++) {
                boolean expected = watched.contains(new PortKey(transport, port));
                assertThat(rules.isWatched(transport, port)).isEqualTo(expected);
                assertThat(rules.watching(transport, port).isEmpty()).isEqualTo(!expected);
            }
        }
    }

    @Test
    void aPortOfSeveralRulesNamesThemInOrder() {
        Rules rules = new Rules(List.of(
                rule("first", Set.of(1274, 80), Set.of(Transport.TCP)),
                rule("second", Set.of(1274), Set.of(Transport.TCP, Transport.UDP))));

        assertThat(rules.watching(Transport.TCP, 1274)).map(Rule::title).containsExactly("first", "second");
        assertThat(rules.watching(Transport.UDP, 1274)).map(Rule::title).containsExactly("second");
        assertThat(rules.all()).map(Rule::title).containsExactly("first", "second");
    }

    @Test
    void aProtocolWithoutPortsIsNeverWatched() {
        Rules rules = new Rules(List.of(rule("any", Set.of(0, 1274), Set.of(Transport.values()))));

        assertThat(rules.isWatched(null, 0)).isFalse();
        assertThat(rules.isWatched(null, 1274)).isFalse();
    }

    private static Rule rule(String title, Set<Integer> ports, Set<Transport> transports) {
        return new Rule(
                "00000000-0000-0000-0000-000000000001",
                title,
                "A test.",
                Level.LOW,
                Map.of(),
                Optional.empty(),
                ports,
                transports,
                List.of());
    }
}
