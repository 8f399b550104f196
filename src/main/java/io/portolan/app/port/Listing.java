package io.portolan.app.port;

import io.portolan.judge.Rule;
import io.portolan.registry.Neighbours;
import io.portolan.registry.Transport;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a port on one transport.
 *
 * @param assignment the entry of the registry, empty if the registry does not list the port
 * @param rules rules that watch it
 */
public record Listing(
        Transport transport, Optional<PortAssignment> assignment, Neighbours neighbours, List<Rule> rules) {
    /** Copies the list. */
    public Listing {
        rules = List.copyOf(rules);
    }

    PortStatus status() {
        return assignment.map(PortAssignment::getStatus).orElse(PortStatus.UNLISTED);
    }

    List<String> names() {
        return assignment.map(PortAssignment::getNames).orElse(List.of());
    }
}
