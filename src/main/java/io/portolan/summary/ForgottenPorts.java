package io.portolan.summary;

import io.portolan.label.Label;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortRange;

/** Which ports count as forgotten. */
final class ForgottenPorts {
    private ForgottenPorts() {}

    /**
     * Whether a service on this port is one that the registry cannot account for: it does not list the port, has reserved
     * or unassigned it, or says nothing of it but a name. Ports of the Dynamic range are nobody's by design (RFC 6335
     * section 6), so that they are not forgotten.
     */
    static boolean isOne(Label label) {
        boolean assignable = label.range() == PortRange.SYSTEM || label.range() == PortRange.USER;
        return assignable && (!label.isAssigned() || isBare(label));
    }

    private static boolean isBare(Label label) {
        return label.documentation().orElse(Documentation.REFERENCED) == Documentation.BARE;
    }
}
