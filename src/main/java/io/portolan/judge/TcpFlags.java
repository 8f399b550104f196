package io.portolan.judge;

/** The flags of a TCP header by their bits (RFC 9293 section 3.1). */
final class TcpFlags {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;
    static final int URG = 32;

    private static final int WITHOUT_CONGESTION_BITS = 0x3f;

    private TcpFlags() {}

    static boolean has(int flags, int flag) {
        return (flags & flag) == flag;
    }

    static boolean hasAny(int flags, int some) {
        return (flags & some) != 0;
    }

    /** Whether these flags are set and no others; CWR, ECE and what lies above them (RFC 3168) say nothing here. */
    static boolean isOnly(int flags, int these) {
        return (flags & WITHOUT_CONGESTION_BITS) == these;
    }
}
