package io.portolan.app.port;

import io.portolan.alert.Triage;
import io.portolan.schema.TriageCommand;
import java.util.List;

/**
 * All that is known of a port.
 *
 * @param port 0-65535
 * @param listings one a transport, at least one
 * @param registryVersion YYYY-MM-DD, empty if the registry has no date
 */
public record PortCard(int port, List<Listing> listings, String registryVersion) {
    /** Copies the list. */
    public PortCard {
        listings = List.copyOf(listings);
    }

    /** What to run to see which process owns the port. */
    List<TriageCommand> triage() {
        return listings.stream()
                .flatMap(listing -> Triage.commands(listing.transport(), port).stream())
                .distinct()
                .toList();
    }
}
