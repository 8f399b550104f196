package io.portolan.wire;

import java.util.List;

/**
 * A registry's answer to whether a subject would take a schema.
 *
 * @param compatible whether it would
 * @param messages why not, as the registry says it; empty if compatible
 */
public record CompatibilityCheck(boolean compatible, List<String> messages) {
    /** Copies the messages. */
    public CompatibilityCheck {
        messages = List.copyOf(messages);
    }
}
