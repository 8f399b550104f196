package io.portolan.registry;

import io.portolan.schema.PortAssignment;
import java.util.Optional;

/**
 * The nearest ports of the same transport that have a name.
 *
 * @param below empty if no lower port has one
 * @param above empty if no higher port has one
 */
public record Neighbours(Optional<PortAssignment> below, Optional<PortAssignment> above) {}
