package io.portolan.app.port;

import io.portolan.registry.PortRanges;
import io.portolan.schema.PortRange;

/**
 * A range of ports, in words (RFC 6335 section 6; who decides on an assignment: section 8.1.2).
 *
 * @param name as RFC 6335 calls it
 * @param first lowest port
 * @param last highest port
 * @param meaning what it means that a port is in it
 */
record RangeFacts(PortRange range, String name, int first, int last, String meaning) {
    private static final RangeFacts SYSTEM = new RangeFacts(
            PortRange.SYSTEM,
            "System Ports (Well Known Ports)",
            0,
            1023,
            "Assigned by IANA, after IETF Review or IESG Approval");
    private static final RangeFacts USER = new RangeFacts(
            PortRange.USER,
            "User Ports (Registered Ports)",
            1024,
            49_151,
            "Assigned by IANA on request, after Expert Review, IETF Review or IESG Approval");
    private static final RangeFacts DYNAMIC = new RangeFacts(
            PortRange.DYNAMIC,
            "Dynamic Ports (Private or Ephemeral Ports)",
            49_152,
            65_535,
            "Never assigned: anybody may use them, and clients take them as the source of a connection");

    /** The range of a port, 0-65535. */
    static RangeFacts of(int port) {
        return switch (PortRanges.of(port)) {
            case SYSTEM -> SYSTEM;
            case USER -> USER;
            case DYNAMIC -> DYNAMIC;
            case NONE -> throw new IllegalStateException("port " + port + " has no range");
        };
    }
}
