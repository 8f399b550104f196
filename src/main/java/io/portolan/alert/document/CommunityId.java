package io.portolan.alert.document;

import io.portolan.flow.Protocols;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The Community ID, version 1 with seed 0: the same for a conversation in every tool that knows it, in both directions.
 * Source: Corelight, "Community ID Flow Hashing", github.com/corelight/community-id-spec.
 */
public final class CommunityId {
    private static final short SEED = 0;
    private static final int LARGEST_INPUT = 2 + 16 + 16 + 2 + 2 + 2;

    private CommunityId() {}

    /**
     * The ID of a conversation. Empty for ICMP: its type and code belong in there, and a flow does not have them.
     *
     * @param protocol IANA protocol number
     * @param address of one side, IPv4 or IPv6
     * @param port of that side, 0-65535; no matter if the protocol has no ports
     * @param otherAddress of the other side
     * @param otherPort of the other side
     */
    public static Optional<String> of(int protocol, String address, int port, String otherAddress, int otherPort) {
        if (Protocols.isIcmp(protocol)) {
            return Optional.empty();
        }
        byte[] one = bytes(address);
        byte[] other = bytes(otherAddress);
        int order = Arrays.compareUnsigned(one, other);
        boolean swapped = order > 0 || (order == 0 && port > otherPort);
        ByteBuffer input = ByteBuffer.allocate(LARGEST_INPUT)
                .putShort(SEED)
                .put(swapped ? other : one)
                .put(swapped ? one : other)
                .put((byte) protocol)
                .put((byte) 0);
        if (isHashedWithPorts(protocol)) {
            input.putShort((short) (swapped ? otherPort : port)).putShort((short) (swapped ? port : otherPort));
        }
        return Optional.of("1:" + Base64.getEncoder().encodeToString(sha1(input.flip())));
    }

    /** Of all others with ports, DCCP and UDP-Lite, the specification takes addresses and protocol alone. */
    private static boolean isHashedWithPorts(int protocol) {
        return protocol == Protocols.TCP || protocol == Protocols.UDP || protocol == Protocols.SCTP;
    }

    private static byte[] sha1(ByteBuffer input) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(input);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] bytes(String address) {
        try {
            // Flow addresses are checked literals, so no name is ever resolved here.
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is not an IP address", e);
        }
    }
}
