package io.portolan.app.evaluate;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * One end of a conversation.
 *
 * @param address IPv4 or IPv6, of whose spellings one is kept
 * @param port 0-65535, 0 where the protocol has none
 */
public record Party(String address, int port) implements Comparable<Party> {
    public Party {
        address = plain(address);
    }

    /** IPv6 has many spellings of one address; Java writes one of them, and IPv4 as it is. */
    static String plain(String address) {
        try {
            return address.indexOf(':') < 0
                    ? address
                    : InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is not an IP address", e);
        }
    }

    @Override
    public int compareTo(Party other) {
        int byAddress = address.compareTo(other.address);
        return byAddress == 0 ? Integer.compare(port, other.port) : byAddress;
    }

    @Override
    public String toString() {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }
}
