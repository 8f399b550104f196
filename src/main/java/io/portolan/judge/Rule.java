package io.portolan.judge;

import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A detection rule: which ports nobody should be using, and how bad it is if somebody does. Read from {@code
 * topology/rules}, where the words are those of the Sigma specification.
 *
 * @param id UUID
 * @param title what an alert is called
 * @param description what the rule looks for and why
 * @param level level of the rule as a whole
 * @param levels severity of an alert by its verdict; a verdict that is missing raises none
 * @param technique MITRE ATT&CK technique, for example T1571
 * @param ports watched ports, 0-65535
 * @param transports transports on which they are watched
 * @param falsePositives what else may match
 */
public record Rule(
        String id,
        String title,
        String description,
        Level level,
        Map<Verdict, Level> levels,
        Optional<String> technique,
        Set<Integer> ports,
        Set<Transport> transports,
        List<String> falsePositives) {
    public Rule {
        levels = Map.copyOf(levels);
        ports = Set.copyOf(ports);
        transports = Set.copyOf(transports);
        falsePositives = List.copyOf(falsePositives);
    }

    /** Severity of an alert with this verdict, if it raises one. */
    public Optional<Level> severity(Verdict verdict) {
        return Optional.ofNullable(levels.get(verdict));
    }
}
