package io.portolan.label;

import io.portolan.registry.PortKey;
import io.portolan.schema.PortAssignment;
import java.util.Optional;

/** A registry that may change while flows are labelled. */
public interface PortRegistry {
    /** Moves with every change, and only then. */
    long generation();

    /** What the registry says of the port now, if it lists it. */
    Optional<PortAssignment> find(PortKey port);

    /** The version of the registry that was loaded last, if one was: a date, YYYY-MM-DD. */
    Optional<String> version();
}
