package io.portolan.judge;

import io.portolan.flow.zeek.ZeekConnFormat;
import io.portolan.judge.sigma.Detection;
import io.portolan.judge.sigma.Faults;
import io.portolan.judge.sigma.Yaml;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The logs that a rule is for: all flows, or those of Zeek alone. */
enum Logsource {
    FLOWS,
    ZEEK;

    private static final Map<Map<String, String>, Logsource> SUPPORTED = Map.of(
            Map.of("category", "firewall"), FLOWS,
            Map.of("category", "network_connection"), FLOWS,
            Map.of("category", "network", "service", "connection"), FLOWS,
            Map.of("product", "zeek", "service", "conn"), ZEEK);

    private static final String WORDS =
            "supported are: category firewall; category network_connection; category network"
                    + " with service connection; product zeek with service conn";

    /** The logsource; empty, with a fault told, if flows are none of it. */
    static Optional<Logsource> read(RuleKeys keys, Faults faults) {
        Optional<Yaml.Entry> section = keys.required("logsource");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> wanted = new HashMap<>();
        if (section.get().value() instanceof Yaml.Mapping mapping) {
            for (Yaml.Entry entry : mapping.entries().values()) {
                if (!entry.key().equals("definition")) {
                    wanted.put(entry.key(), keys.text(entry));
                }
            }
        }
        Optional<Logsource> logsource = Optional.ofNullable(SUPPORTED.get(wanted));
        if (logsource.isEmpty()) {
            faults.add(section.get().line(), "logsource names no flows; " + WORDS);
        }
        return logsource;
    }

    /** The detection of a rule, true for flows of these logs only. */
    Detection ofRule(Detection detection) {
        return this == ZEEK ? detection.onlyFrom(ZeekConnFormat.NAME) : detection;
    }

    /** The detection of a filter, which leaves flows of other logs as they are. */
    Detection ofFilter(Detection detection) {
        return this == ZEEK ? detection.alwaysUnlessFrom(ZeekConnFormat.NAME) : detection;
    }
}
