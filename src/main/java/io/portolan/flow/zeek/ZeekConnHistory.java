package io.portolan.flow.zeek;

import io.portolan.flow.Flow;
import io.portolan.flow.Protocols;
import io.portolan.flow.TcpFlags;
import io.portolan.schema.Side;

/**
 * The letters of {@code history}: upper case what the originator sent, lower case what the responder sent.
 *
 * <p>Source: {@code Conn::Info$history} in Zeek's {@code base/protocols/conn/main.zeek}: s a SYN without ACK, h a
 * SYN-ACK, a a pure ACK, d payload, f FIN, r RST, i and q packets with contradicting or several flags, {@code ^} the
 * direction was flipped by a heuristic. Letters after the flip stand for the new sides, so only these count.
 */
final class ZeekConnHistory {
    private static final int ALPHABET = 26;

    private final boolean recorded;
    private final boolean flipped;
    private final int originator;
    private final int responder;

    private ZeekConnHistory(boolean recorded, boolean flipped, int originator, int responder) {
        this.recorded = recorded;
        this.flipped = flipped;
        this.originator = originator;
        this.responder = responder;
    }

    /** Reads the letters; empty text is a history that was not recorded. */
    static ZeekConnHistory of(String text) {
        int flip = text.lastIndexOf('^');
        int originator = 0;
        int responder = 0;
        for (int i = flip + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            originator |= bit(c - 'A');
            responder |= bit(c - 'a');
        }
        return new ZeekConnHistory(!text.isEmpty(), flip >= 0, originator, responder);
    }

    boolean isRecorded() {
        return recorded;
    }

    boolean isFlipped() {
        return flipped;
    }

    /** Whether the originator sent any of the letters. */
    boolean originatorSent(String letters) {
        return any(originator, letters);
    }

    /** Whether the responder sent any of the letters. */
    boolean responderSent(String letters) {
        return any(responder, letters);
    }

    /** Who opened, by the handshake alone: a SYN opens, a SYN-ACK answers; UNKNOWN if neither or both say so. */
    Side opener() {
        boolean source = originatorSent("S") || responderSent("H");
        boolean destination = responderSent("S") || originatorSent("H");
        if (source == destination) {
            return Side.UNKNOWN;
        }
        return source ? Side.SOURCE : Side.DESTINATION;
    }

    /**
     * TCP flags that the originator sent for certain; payload says nothing about PSH, and a packet of several flags
     * hides which, so then they are unknown.
     */
    int originatorFlags(int protocol) {
        if (protocol != Protocols.TCP) {
            return Flow.UNKNOWN;
        }
        int flags = (originatorSent("SH") ? TcpFlags.SYN : 0)
                | (originatorSent("HA") ? TcpFlags.ACK : 0)
                | (originatorSent("F") ? TcpFlags.FIN : 0)
                | (originatorSent("R") ? TcpFlags.RST : 0);
        return flags == 0 || originatorSent("IQ") ? Flow.UNKNOWN : flags;
    }

    private static boolean any(int side, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if ((side & bit(letters.charAt(i) - 'A')) != 0) {
                return true;
            }
        }
        return false;
    }

    private static int bit(int letter) {
        return letter >= 0 && letter < ALPHABET ? 1 << letter : 0;
    }
}
