package io.portolan.registry;

/**
 * A port of a transport, the key of a registry entry. Its text is {@code tcp/1274}; it sorts by transport, then port.
 *
 * @param port 0-65535
 */
public record PortKey(Transport transport, int port) implements Comparable<PortKey> {

    /** Highest port number (RFC 6335 section 6). */
    public static final int MAX_PORT = 65535;

    /** @throws IllegalArgumentException if the port is not 0-65535 */
    public PortKey {
        checkPort(port);
    }

    /**
     * Reads {@code tcp/1274}, and {@code 1274/tcp} too, which people write as often.
     *
     * @throws IllegalArgumentException if it is neither; names the text and the cause
     */
    public static PortKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not a port: expected something like tcp/1274");
        }
        String left = text.substring(0, slash).strip();
        String right = text.substring(slash + 1).strip();
        return isNumber(left)
                ? new PortKey(Transport.parse(right), parsePort(left))
                : new PortKey(Transport.parse(left), parsePort(right));
    }

    static int parsePort(String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a port number");
        }
        // Nine digits always fit an int; more are beyond any port.
        return checkPort(text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text));
    }

    static int checkPort(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port " + port + " is outside 0-" + MAX_PORT);
        }
        return port;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(PortKey other) {
        int byTransport = transport.compareTo(other.transport);
        return byTransport != 0 ? byTransport : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return transport.text() + "/" + port;
    }
}
