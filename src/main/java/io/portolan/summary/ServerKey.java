package io.portolan.summary;

/** A server endpoint in the text form that keys of records have. */
public final class ServerKey {
    private ServerKey() {}

    /**
     * The text: {@code 192.0.2.10:1274/tcp}, {@code [2001:db8::1]:1274/udp}.
     *
     * @param address IPv4 or IPv6
     * @param port 0-65535
     * @param transport in lower case
     */
    public static String of(String address, int port, String transport) {
        String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return host + ":" + port + "/" + transport;
    }
}
