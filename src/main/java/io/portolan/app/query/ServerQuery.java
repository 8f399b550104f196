package io.portolan.app.query;

import io.portolan.schema.PortServer;
import io.portolan.schema.PortStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which servers on forgotten ports are asked for.
 *
 * @param address of the server; empty for any
 * @param port of the server, 0-65535; empty for any
 * @param statuses of the port in the registry; none for any
 * @param limit most servers that are wanted, 1 or more
 */
public record ServerQuery(Optional<String> address, OptionalInt port, Set<PortStatus> statuses, int limit) {
    public ServerQuery {
        statuses = Set.copyOf(statuses);
    }

    /** Any servers. */
    public static ServerQuery any(int limit) {
        return new ServerQuery(Optional.empty(), OptionalInt.empty(), Set.of(), limit);
    }

    /** Whether a server is one of those. */
    public boolean matches(PortServer server) {
        return address.map(wanted -> server.getAddress().equals(wanted)).orElse(true)
                && (port.isEmpty() || server.getPort() == port.getAsInt())
                && (statuses.isEmpty() || statuses.contains(server.getStatus()));
    }
}
