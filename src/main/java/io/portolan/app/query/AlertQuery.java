package io.portolan.app.query;

import io.portolan.schema.Level;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryPhase;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which alerts are asked for.
 *
 * @param address of the server or of a client that the alert names; empty for any
 * @param port watched port, 0-65535; empty for any
 * @param severities none for any
 * @param phase empty for any
 * @param limit most alerts that are wanted, 1 or more
 */
public record AlertQuery(
        Optional<String> address, OptionalInt port, Set<Level> severities, Optional<StoryPhase> phase, int limit) {
    public AlertQuery {
        severities = Set.copyOf(severities);
    }

    /** Any alerts. */
    public static AlertQuery any(int limit) {
        return new AlertQuery(Optional.empty(), OptionalInt.empty(), Set.of(), Optional.empty(), limit);
    }

    /** Whether an alert is one of those. */
    public boolean matches(PortAlert alert) {
        return address.map(wanted -> names(alert, wanted)).orElse(true)
                && (port.isEmpty() || alert.getServer().getPort() == port.getAsInt())
                && (severities.isEmpty() || severities.contains(alert.getSeverity()))
                && phase.map(wanted -> alert.getPhase() == wanted).orElse(true);
    }

    private static boolean names(PortAlert alert, String address) {
        return alert.getServer().getAddress().equals(address)
                || alert.getClient().getAddress().equals(address)
                || alert.getClients().contains(address)
                || alert.getTargetAddresses().contains(address);
    }
}
