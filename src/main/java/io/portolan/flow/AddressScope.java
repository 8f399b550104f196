package io.portolan.flow;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Tells addresses of one's own network from those of the Internet. */
public final class AddressScope {
    private static final byte[] BROADCAST = {-1, -1, -1, -1};

    private AddressScope() {}

    /**
     * Whether the address cannot come from the Internet: private (RFC 1918), shared (RFC 6598), unique local (RFC
     * 4193), link-local, loopback, unspecified, multicast or limited broadcast (RFC 919).
     *
     * @param literal an IPv4 or IPv6 address
     */
    public static boolean isLocal(String literal) {
        InetAddress address = Addresses.parse(literal);
        return address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isLocalByOtherRules(address);
    }

    private static boolean isLocalByOtherRules(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return (bytes[0] & 0xfe) == 0xfc;
        }
        return (bytes[0] == 100 && (bytes[1] & 0xc0) == 64) || Arrays.equals(bytes, BROADCAST);
    }
}
