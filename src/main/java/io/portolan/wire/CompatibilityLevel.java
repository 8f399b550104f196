package io.portolan.wire;

import java.util.Locale;
import java.util.Optional;

/** What a subject demands of a new schema. Source: Confluent documentation, "Schema Evolution and Compatibility". */
public enum CompatibilityLevel {
    /** Anything goes. */
    NONE(false, false, false),
    /** The new schema reads what the latest one wrote. */
    BACKWARD(true, false, false),
    /** The new schema reads what any earlier one wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The latest schema reads what the new one writes. */
    FORWARD(false, true, false),
    /** Every earlier schema reads what the new one writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** BACKWARD and FORWARD. */
    FULL(true, true, false),
    /** BACKWARD_TRANSITIVE and FORWARD_TRANSITIVE. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityLevel(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** Whether the new schema has to read what an earlier one wrote. */
    public boolean backward() {
        return backward;
    }

    /** Whether an earlier schema has to read what the new one writes. */
    public boolean forward() {
        return forward;
    }

    /** Whether all earlier versions count, or the latest one only. */
    public boolean transitive() {
        return transitive;
    }

    /** The level of that name in any case; empty if there is none. */
    public static Optional<CompatibilityLevel> of(String name) {
        for (CompatibilityLevel level : values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
