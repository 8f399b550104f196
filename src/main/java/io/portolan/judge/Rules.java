package io.portolan.judge;

import io.portolan.registry.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules in force, compiled to the set of ports that any of them watches: other flows pay one look at a bit. */
public final class Rules {
    private static final int PORTS = 65_536;

    private final List<Rule> all;
    private final long[] watched = new long[Transport.values().length * PORTS / Long.SIZE];
    private final Map<Integer, List<Rule>> byPort = new HashMap<>();

    public Rules(List<Rule> rules) {
        this.all = List.copyOf(rules);
        for (Rule rule : all) {
            for (Transport transport : rule.transports()) {
                rule.ports().forEach(port -> watch(rule, index(transport, port)));
            }
        }
    }

    /** All rules, in the order in which they were given. */
    public List<Rule> all() {
        return all;
    }

    /** Whether any rule watches the port; never for a protocol without ports (null). */
    public boolean isWatched(@Nullable Transport transport, int port) {
        if (transport == null) {
            return false;
        }
        int index = index(transport, port);
        return (watched[index / Long.SIZE] >>> index & 1) != 0;
    }

    /** The rules that watch the port, in order. */
    public List<Rule> watching(Transport transport, int port) {
        return byPort.getOrDefault(index(transport, port), List.of());
    }

    private void watch(Rule rule, int index) {
        watched[index / Long.SIZE] |= 1L << index;
        byPort.computeIfAbsent(index, i -> new ArrayList<>()).add(rule);
    }

    private static int index(Transport transport, int port) {
        return transport.ordinal() * PORTS + port;
    }
}
