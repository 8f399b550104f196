package io.portolan.registry;

import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a registry together to entries, whatever form of file they came in. */
final class RegistryBuilder {

    private final Origin origin;
    private final List<MalformedRow> malformed = new ArrayList<>();
    private final Map<Transport, @Nullable RegistrySlot[]> slots = new EnumMap<>(Transport.class);
    private int servicesWithoutPort;
    private String newestDay = "";

    /**
     * @param origin whose registry it is, written into every entry
     */
    RegistryBuilder(Origin origin) {
        this.origin = origin;
    }

    /** @throws IllegalArgumentException if the row cannot be read, which leaves the registry as it was; names the cause */
    void add(RegistryRow row) {
        if (row.ports().isEmpty()) {
            if (row.name().isEmpty()) {
                throw new IllegalArgumentException("neither a service name nor a port number");
            }
            servicesWithoutPort++;
        } else {
            addPorts(row);
        }
        newestDay = RegistryDates.later(newestDay, RegistryDates.day(row.registered()));
        newestDay = RegistryDates.later(newestDay, RegistryDates.day(row.modified()));
    }

    /** Notes a row that was skipped. */
    void skip(MalformedRow row) {
        malformed.add(row);
    }

    private void addPorts(RegistryRow row) {
        PortSpan span = PortSpan.parse(row.ports());
        RegistrySlot slot = RegistrySlot.of(row);
        for (Transport transport : row.transports()) {
            @Nullable
            RegistrySlot[] ports = slots.computeIfAbsent(transport, any -> new RegistrySlot[PortKey.MAX_PORT + 1]);
            for (int port = span.first(); port <= span.last(); port++) {
                RegistrySlot earlier = ports[port];
                ports[port] = earlier == null ? slot : earlier.plus(slot);
            }
        }
    }

    /** All that was added and skipped. */
    ParsedRegistry parsed() {
        NavigableMap<PortKey, PortAssignment> entries = new TreeMap<>();
        slots.forEach((transport, ports) -> {
            for (int port = 0; port < ports.length; port++) {
                RegistrySlot slot = ports[port];
                if (slot != null) {
                    PortKey key = new PortKey(transport, port);
                    entries.put(key, slot.assignment(key, origin, newestDay));
                }
            }
        });
        return new ParsedRegistry(new Registry(entries, newestDay), malformed, servicesWithoutPort);
    }
}
