package io.portolan.flow;

/** The flags of a TCP header by their bits (RFC 9293 section 3.1). */
public final class TcpFlags {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;
    public static final int URG = 32;
    public static final int ECE = 64;
    public static final int CWR = 128;
    public static final int NS = 256;

    private static final int WITHOUT_CONGESTION_BITS = 0x3f;

    private TcpFlags() {}

    public static boolean has(int flags, int flag) {
        return (flags & flag) == flag;
    }

    public static boolean hasAny(int flags, int some) {
        return (flags & some) != 0;
    }

    /** Whether these flags are set and no others; CWR, ECE and what lies above them (RFC 3168) say nothing here. */
    public static boolean isOnly(int flags, int these) {
        return (flags & WITHOUT_CONGESTION_BITS) == these;
    }
}
