package io.portolan.judge;

import io.portolan.flow.Flow;
import io.portolan.flow.Protocols;
import io.portolan.schema.Action;
import io.portolan.schema.Side;

/** Whether the server of a flow answered, as far as this one record tells. */
final class Answer {
    /** The largest mean packet that can be nothing but a repeated SYN: 20 + 40 bytes of header, and Ethernet's padding. */
    private static final int BARE_SYN_BYTES = 64;

    private Answer() {}

    static boolean isSeen(Flow flow, Side server) {
        return switch (flow.state()) {
            case ATTEMPT, REJECTED -> false;
            case ESTABLISHED, CLOSED, RESET -> true;
            case UNKNOWN, PARTIAL -> flow.action() != Action.REJECT && countersShowIt(flow, server);
        };
    }

    private static boolean countersShowIt(Flow flow, Side server) {
        if (flow.reversePackets() != Flow.UNKNOWN) {
            return flow.reversePackets() > 0 && flow.packets() > 0;
        }
        return server == Side.SOURCE ? serverSent(flow) : clientWentOn(flow);
    }

    /** The record counts what the server sent: an answer, unless all of it was a refusal. */
    private static boolean serverSent(Flow flow) {
        boolean refusal = flow.tcpFlags() != Flow.UNKNOWN
                && TcpFlags.has(flow.tcpFlags(), TcpFlags.RST)
                && !TcpFlags.hasAny(flow.tcpFlags(), TcpFlags.SYN | TcpFlags.PSH | TcpFlags.FIN);
        return flow.packets() > 0 && !refusal;
    }

    /** The record counts what the client sent: only after an answer does a TCP client send more than SYN. */
    private static boolean clientWentOn(Flow flow) {
        if (flow.protocol() != Protocols.TCP) {
            return false;
        }
        // A single packet with such flags is a scan (FIN, Xmas, ACK), not a conversation.
        boolean flagged = flow.packets() > 1
                && flow.tcpFlags() != Flow.UNKNOWN
                && TcpFlags.hasAny(flow.tcpFlags(), TcpFlags.ACK | TcpFlags.PSH | TcpFlags.FIN);
        return flagged || (flow.packets() > 0 && flow.bytes() / flow.packets() > BARE_SYN_BYTES);
    }
}
