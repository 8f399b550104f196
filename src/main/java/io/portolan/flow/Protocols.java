package io.portolan.flow;

/** IP protocols by their number in IANA's protocol registry. */
public final class Protocols {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int DCCP = 33;
    public static final int ICMPV6 = 58;
    public static final int SCTP = 132;
    public static final int UDP_LITE = 136;

    private Protocols() {}

    /** Whether the protocol has ports (RFC 9293, 768, 4340, 9260, 3828); ICMP's type and code are none. */
    public static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case TCP, UDP, DCCP, SCTP, UDP_LITE -> true;
            default -> false;
        };
    }
}
