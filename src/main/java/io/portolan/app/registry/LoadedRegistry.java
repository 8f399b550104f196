package io.portolan.app.registry;

import io.portolan.registry.MalformedRow;
import io.portolan.registry.Registry;
import java.util.List;
import java.util.stream.Stream;

/**
 * A registry as a source gave it.
 *
 * @param name what to call the source
 * @param registry its entries
 * @param malformed rows, or entries of the topic, that could not be read and were skipped
 * @param servicesWithoutPort rows that name a service without a port
 * @param bytes size of what was read, unpacked; 0 or more
 */
public record LoadedRegistry(
        String name, Registry registry, List<String> malformed, int servicesWithoutPort, long bytes) {
    public LoadedRegistry {
        malformed = List.copyOf(malformed);
    }

    /** This one with a site's entries on top, which win. */
    LoadedRegistry with(LoadedRegistry site) {
        if (site.registry().entries().isEmpty() && site.malformed().isEmpty()) {
            return this;
        }
        return new LoadedRegistry(
                name + " with " + site.name(),
                registry.with(site.registry()),
                Stream.concat(malformed.stream(), site.malformed().stream()).toList(),
                servicesWithoutPort + site.servicesWithoutPort(),
                bytes + site.bytes());
    }

    static List<String> texts(String name, List<MalformedRow> rows) {
        return rows.stream().map(row -> name + " " + row).toList();
    }
}
