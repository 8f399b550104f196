package io.portolan.registry;

/**
 * Ports of all transports, a bit each: eight kilobytes for a transport that has one, which stay in the processor's cache whatever the
 * order in which ports are asked for. Threads may share it without waiting, and then lose what others add at the same time; what
 * is in it was added.
 */
public final class PortSet {
    private static final int PORTS = 65_536;

    private final long[][] bits = new long[Transport.values().length][];

    /**
     * Whether the port is in it.
     *
     * @param port 0-65535
     */
    public boolean contains(Transport transport, int port) {
        long[] ports = bits[transport.ordinal()];
        return ports != null && (ports[port / Long.SIZE] & 1L << port) != 0;
    }

    /**
     * Adds the port.
     *
     * @param port 0-65535
     */
    public void add(Transport transport, int port) {
        long[] ports = bits[transport.ordinal()];
        if (ports == null) {
            ports = new long[PORTS / Long.SIZE];
            bits[transport.ordinal()] = ports;
        }
        ports[port / Long.SIZE] |= 1L << port;
    }
}
