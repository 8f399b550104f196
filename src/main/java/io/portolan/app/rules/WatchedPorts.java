package io.portolan.app.rules;

import io.portolan.judge.Rule;
import io.portolan.judge.Rules;
import io.portolan.label.Label;
import io.portolan.registry.PortKey;
import io.portolan.registry.PortRanges;
import io.portolan.registry.Registry;
import io.portolan.registry.Transport;
import io.portolan.schema.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The ports that a rule watches: those whose flows may match it if the port is the server's.
 *
 * @param ports by transport, then port
 */
public record WatchedPorts(List<PortKey> ports) {
    private static final int MOST_NAMED = 4;

    public WatchedPorts {
        ports = List.copyOf(ports);
    }

    /** The ports that the rule watches with the labels of a registry. */
    public static WatchedPorts of(Rule rule, Registry registry) {
        Rules alone = new Rules(List.of(rule));
        List<PortKey> watched = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            for (int port = 0; port <= PortKey.MAX_PORT; port++) {
                PortKey key = new PortKey(transport, port);
                if (!alone.watching(transport, port, label(key, registry)).isEmpty()) {
                    watched.add(key);
                }
            }
        }
        return new WatchedPorts(watched);
    }

    /** Whether a transport has no port that is left alone, so that the rule is evaluated for each of its flows. */
    public boolean isEveryPort() {
        return ports.stream()
                .collect(Collectors.groupingBy(PortKey::transport, Collectors.counting()))
                .containsValue(PortKey.MAX_PORT + 1L);
    }

    /** In a few words. */
    public String text() {
        if (ports.isEmpty()) {
            return "none";
        }
        if (isEveryPort()) {
            return "every port";
        }
        return ports.size() <= MOST_NAMED
                ? ports.stream().map(PortKey::toString).collect(Collectors.joining(", "))
                : "%,d ports".formatted(ports.size());
    }

    private static Label label(PortKey key, Registry registry) {
        PortRange range = PortRanges.of(key.port());
        return registry.find(key).map(entry -> Label.listed(range, entry)).orElseGet(() -> Label.unlisted(range));
    }
}
