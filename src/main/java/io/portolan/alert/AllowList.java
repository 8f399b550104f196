package io.portolan.alert;

import io.portolan.judge.Rule;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The filter that an analyst pastes when the alert turns out to be a legitimate service. */
final class AllowList {
    private AllowList() {}

    /** A Sigma filter, YAML, for this server, or for this scanner. Its id follows from the story, so it stays the same. */
    static String of(AlertFacts facts, Rule rule) {
        String key = rule.id() + "/" + Alerts.key(facts);
        String party = facts.gathered().isScan()
                ? "client.ip: " + quoted(facts.parties().client().getAddress())
                : "server.ip: " + quoted(facts.parties().server().getAddress());
        return """
                title: Legitimate use of %1$s
                id: %2$s
                logsource:
                  category: firewall
                filter:
                  rules:
                    - %3$s
                  selection:
                    %4$s
                    server.port: %5$d
                    network.transport: %6$s
                  condition: not selection
                """.formatted(
                        facts.portAndTransport(),
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                        rule.id(),
                        party,
                        facts.port(),
                        facts.transport().text());
    }

    private static String quoted(String address) {
        return "'" + address + "'";
    }
}
