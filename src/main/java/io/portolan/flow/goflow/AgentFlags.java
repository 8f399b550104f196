package io.portolan.flow.goflow;

import io.portolan.flow.TcpFlags;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.text.Decimals;
import io.portolan.schema.Side;

/**
 * The flags that netobserv's agent joins over the packets of a direction. Of each packet it takes one: SYN with ACK, FIN
 * with ACK and RST with ACK have bits of their own, and those of SYN, FIN and RST stand for packets without ACK.
 *
 * <p>Source: {@code set_flags} in {@code bpf/utils.h} of the agent, {@code pkg/utils/tcp_flags.go} of flowlogs-pipeline.
 */
final class AgentFlags {
    private static final int SYN_ACK = 0x100;
    private static final int FIN_ACK = 0x200;
    private static final int RST_ACK = 0x400;
    private static final int OF_THE_HEADER = 0xff;

    private AgentFlags() {}

    /** The bits of a text that is their number, or their names with commas between. */
    static int read(String text) throws UnreadableFlowException {
        if (Character.isDigit(text.charAt(0))) {
            return Decimals.small(GoflowFormat.AGENT_FLAGS.name(), Decimals.exact("Flags", text));
        }
        int flags = 0;
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            flags |= bit(text.substring(start, end));
            start = end + 1;
        }
        return flags;
    }

    /** As the bits of a TCP header. */
    static int joined(int flags) {
        int joined = flags & OF_THE_HEADER;
        joined |= TcpFlags.has(flags, SYN_ACK) ? TcpFlags.SYN | TcpFlags.ACK : 0;
        joined |= TcpFlags.has(flags, FIN_ACK) ? TcpFlags.FIN | TcpFlags.ACK : 0;
        joined |= TcpFlags.has(flags, RST_ACK) ? TcpFlags.RST | TcpFlags.ACK : 0;
        return joined;
    }

    /** Who sent a SYN without ACK opened; who sent one with it answered. Both in one direction say nothing. */
    static Side opener(int flags) {
        boolean opened = TcpFlags.has(flags, TcpFlags.SYN);
        boolean answered = TcpFlags.has(flags, SYN_ACK);
        if (opened == answered) {
            return Side.UNKNOWN;
        }
        return opened ? Side.SOURCE : Side.DESTINATION;
    }

    private static int bit(String name) throws UnreadableFlowException {
        return switch (name) {
            case "FIN" -> TcpFlags.FIN;
            case "SYN" -> TcpFlags.SYN;
            case "RST" -> TcpFlags.RST;
            case "PSH" -> TcpFlags.PSH;
            case "ACK" -> TcpFlags.ACK;
            case "URG" -> TcpFlags.URG;
            case "ECE" -> TcpFlags.ECE;
            case "CWR" -> TcpFlags.CWR;
            case "SYN_ACK" -> SYN_ACK;
            case "FIN_ACK" -> FIN_ACK;
            case "RST_ACK" -> RST_ACK;
            default ->
                throw UnreadableFlowException.field(
                        GoflowFormat.AGENT_FLAGS.name(), name, "neither a number nor the name of a TCP flag");
        };
    }
}
