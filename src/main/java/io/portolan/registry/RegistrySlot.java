package io.portolan.registry;

import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of one port come to: the row that speaks for it, and all its names. Immutable, so that a range shares one. */
record RegistrySlot(RegistryRow row, PortStatus status, List<String> names) {

    static RegistrySlot of(RegistryRow row) {
        return new RegistrySlot(row, row.status(), row.name().isEmpty() ? List.of() : List.of(row.name()));
    }

    /** Adds a later row: named beats reserved beats unassigned, and among equals the first row speaks. */
    RegistrySlot plus(RegistrySlot later) {
        if (status != later.status) {
            return precedence(later.status) < precedence(status) ? later : this;
        }
        List<String> added = later.names.stream()
                .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
        return added.isEmpty()
                ? this
                : new RegistrySlot(
                        row,
                        status,
                        Stream.concat(names.stream(), added.stream()).toList());
    }

    private static int precedence(PortStatus status) {
        return switch (status) {
            case ASSIGNED -> 0;
            case RESERVED -> 1;
            case UNASSIGNED -> 2;
            case UNLISTED -> 3;
        };
    }

    PortAssignment assignment(PortKey key, Origin origin, String version) {
        return new PortAssignment(
                key.transport().text(),
                key.port(),
                status,
                names,
                orNull(row.description()),
                orNull(row.assignee()),
                orNull(row.registered()),
                orNull(row.modified()),
                orNull(row.reference()),
                orNull(row.unauthorizedUse()),
                orNull(row.notes()),
                documentation(),
                origin,
                version);
    }

    private @Nullable Documentation documentation() {
        if (status != PortStatus.ASSIGNED) {
            return null;
        }
        if (!row.reference().isEmpty()) {
            return Documentation.REFERENCED;
        }
        boolean saysNothing =
                row.description().isEmpty() || names.stream().anyMatch(row.description()::equalsIgnoreCase);
        return saysNothing && row.registered().isEmpty() ? Documentation.BARE : Documentation.DESCRIBED;
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
