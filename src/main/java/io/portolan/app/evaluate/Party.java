package io.portolan.app.evaluate;

/**
 * One end of a conversation.
 *
 * @param address IPv4 or IPv6
 * @param port 0-65535, 0 where the protocol has none
 */
public record Party(String address, int port) implements Comparable<Party> {
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
