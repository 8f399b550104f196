package io.portolan.app.command;

import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.util.List;

/** Registry entries. */
final class Entries {
    private Entries() {}

    static PortAssignment named(String transport, int port, String name) {
        return PortAssignment.newBuilder()
                .setTransport(transport)
                .setPort(port)
                .setStatus(PortStatus.ASSIGNED)
                .setNames(List.of(name))
                .setOrigin(Origin.IANA)
                .setVersion("2020-01-01")
                .build();
    }
}
