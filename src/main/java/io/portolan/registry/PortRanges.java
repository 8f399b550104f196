package io.portolan.registry;

import io.portolan.schema.PortRange;

/** The three ranges of port numbers (RFC 6335 section 6). */
public final class PortRanges {

    private static final int LAST_SYSTEM_PORT = 1023;
    private static final int LAST_USER_PORT = 49151;

    private PortRanges() {}

    /**
     * Range of a port number: SYSTEM 0-1023, USER 1024-49151, DYNAMIC 49152-65535.
     *
     * @throws IllegalArgumentException if the port is not 0-65535
     */
    public static PortRange of(int port) {
        PortKey.checkPort(port);
        if (port <= LAST_SYSTEM_PORT) {
            return PortRange.SYSTEM;
        }
        return port <= LAST_USER_PORT ? PortRange.USER : PortRange.DYNAMIC;
    }
}
