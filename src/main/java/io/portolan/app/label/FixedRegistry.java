package io.portolan.app.label;

import io.portolan.label.PortRegistry;
import io.portolan.registry.PortKey;
import io.portolan.registry.Registry;
import io.portolan.schema.PortAssignment;
import java.util.Optional;

/** A registry from a file, which never changes while flows are labelled. */
public record FixedRegistry(Registry registry) implements PortRegistry {
    @Override
    public long generation() {
        return 0;
    }

    @Override
    public Optional<PortAssignment> find(PortKey port) {
        return registry.find(port);
    }

    @Override
    public Optional<String> version() {
        return Optional.of(registry.version()).filter(version -> !version.isEmpty());
    }
}
