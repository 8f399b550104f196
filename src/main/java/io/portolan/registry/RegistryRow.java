package io.portolan.registry;

import io.portolan.schema.PortStatus;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/** One row of a registry file, as text; a value that is missing is empty. */
record RegistryRow(
        String name,
        String ports,
        String transport,
        String description,
        String assignee,
        String registered,
        String modified,
        String reference,
        String unauthorizedUse,
        String notes) {

    /** Transports of a row that names none (registry, by custom). */
    private static final List<Transport> IMPLIED = List.of(Transport.TCP, Transport.UDP);

    static RegistryRow of(CSVRecord row, RegistryHeader header) {
        return new RegistryRow(
                header.value(row, RegistryColumn.SERVICE_NAME),
                header.value(row, RegistryColumn.PORT_NUMBER),
                header.value(row, RegistryColumn.TRANSPORT_PROTOCOL),
                header.value(row, RegistryColumn.DESCRIPTION),
                header.value(row, RegistryColumn.ASSIGNEE),
                header.value(row, RegistryColumn.REGISTRATION_DATE),
                header.value(row, RegistryColumn.MODIFICATION_DATE),
                header.value(row, RegistryColumn.REFERENCE),
                header.value(row, RegistryColumn.UNAUTHORIZED_USE),
                header.value(row, RegistryColumn.ASSIGNMENT_NOTES));
    }

    /**
     * A row with a name is ASSIGNED. One without is UNASSIGNED if its description says so in any wording ("Unassigned [was
     * netstat]"), otherwise RESERVED: nobody can have the port the regular way, be it reserved, de-registered or removed
     * (RFC 6335 section 8.2 has such ports marked as reserved), or meant for "any private mail system".
     */
    PortStatus status() {
        if (!name.isEmpty()) {
            return PortStatus.ASSIGNED;
        }
        return description.toLowerCase(Locale.ROOT).contains("unassigned")
                ? PortStatus.UNASSIGNED
                : PortStatus.RESERVED;
    }

    /** @throws IllegalArgumentException if there is no such transport */
    List<Transport> transports() {
        return transport.isEmpty() ? IMPLIED : List.of(Transport.parse(transport));
    }
}
