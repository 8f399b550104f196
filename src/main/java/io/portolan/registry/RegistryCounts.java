package io.portolan.registry;

import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many entries a registry has of each kind; a kind without entries counts 0.
 *
 * @param total all entries
 * @param byDocumentation assigned entries only
 */
public record RegistryCounts(
        int total,
        Map<Transport, Integer> byTransport,
        Map<PortStatus, Integer> byStatus,
        Map<Documentation, Integer> byDocumentation) {

    static RegistryCounts of(Collection<PortAssignment> entries) {
        Map<Transport, Integer> transports = zeros(Transport.class);
        Map<PortStatus, Integer> statuses = zeros(PortStatus.class);
        Map<Documentation, Integer> documentations = zeros(Documentation.class);
        for (PortAssignment entry : entries) {
            transports.merge(Transport.parse(entry.getTransport()), 1, Integer::sum);
            statuses.merge(entry.getStatus(), 1, Integer::sum);
            if (entry.getDocumentation() != null) {
                documentations.merge(entry.getDocumentation(), 1, Integer::sum);
            }
        }
        return new RegistryCounts(
                entries.size(),
                Collections.unmodifiableMap(transports),
                Collections.unmodifiableMap(statuses),
                Collections.unmodifiableMap(documentations));
    }

    private static <K extends Enum<K>> Map<K, Integer> zeros(Class<K> kinds) {
        Map<K, Integer> counts = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            counts.put(kind, 0);
        }
        return counts;
    }

    /** One line for people, such as {@code 3 ports (tcp 2, udp 1; assigned 3; bare 1, described 2)}. */
    @Override
    public String toString() {
        return total + " ports (" + text(byTransport) + "; " + text(byStatus) + "; " + text(byDocumentation) + ")";
    }

    private static String text(Map<?, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey().toString().toLowerCase(Locale.ROOT) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
