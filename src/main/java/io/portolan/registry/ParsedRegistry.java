package io.portolan.registry;

import java.util.List;

/**
 * A registry as read from a file, and what of the file is not in it.
 *
 * @param malformed rows that were skipped, in the order of the file
 * @param servicesWithoutPort rows that name a service without a port; they are good, but have no place in a port registry
 */
public record ParsedRegistry(Registry registry, List<MalformedRow> malformed, int servicesWithoutPort) {

    /** Copies the list. */
    public ParsedRegistry {
        malformed = List.copyOf(malformed);
    }
}
