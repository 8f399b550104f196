package io.portolan.judge;

import io.portolan.flow.Flow;
import io.portolan.flow.Protocols;
import io.portolan.flow.TcpFlags;
import io.portolan.flow.aws.AwsVpcFormat;
import io.portolan.schema.Action;
import io.portolan.schema.Side;

/** Whether the server of a flow answered, as far as this one record tells. */
public final class Answer {
    /** A handshake and one packet more. */
    private static final int LEAST_PACKETS_WITH_DATA = 3;

    private Answer() {}

    /** Whether the record shows that the given side, if it is the server, answered. */
    public static boolean isSeen(Flow flow, Side server) {
        return switch (flow.state()) {
            case ATTEMPT, REJECTED -> false;
            case ESTABLISHED, CLOSED, RESET -> true;
            case UNKNOWN, PARTIAL -> flow.action() != Action.REJECT && countersShowIt(flow, server);
        };
    }

    private static boolean countersShowIt(Flow flow, Side server) {
        boolean tcp = flow.protocol() == Protocols.TCP;
        if (server == Side.SOURCE) {
            return flow.packets() > 0 && !(tcp && serverOnlyRefused(flow));
        }
        return tcp ? clientWentOn(flow) || serverReplied(flow) : flow.reversePackets() > 0;
    }

    /** The record counts what the server sent: an answer, unless all of it was a refusal. */
    private static boolean serverOnlyRefused(Flow flow) {
        PacketSize sent = PacketSize.of(flow, flow.packets(), flow.bytes());
        if (flow.tcpFlags() == Flow.UNKNOWN) {
            return sent.isBareHeader();
        }
        return TcpFlags.has(flow.tcpFlags(), TcpFlags.RST)
                && !TcpFlags.hasAny(flow.tcpFlags(), TcpFlags.SYN | TcpFlags.PSH | TcpFlags.FIN)
                && !sent.isMoreThanSyn();
    }

    /** The record counts what the client sent: only after an answer does a TCP client send more than SYN. */
    private static boolean clientWentOn(Flow flow) {
        int flags = flow.tcpFlags();
        boolean known = flags != Flow.UNKNOWN;
        boolean aws = flow.isFrom(AwsVpcFormat.NAME);
        boolean acked = known && TcpFlags.has(flags, TcpFlags.ACK);
        // A single packet with such flags, or several of the same kind, is a scan (FIN, Xmas, ACK) and no conversation.
        if (flow.packets() > 1 && acked && TcpFlags.hasAny(flags, TcpFlags.SYN | TcpFlags.PSH)) {
            return true;
        }
        if (flow.packets() < LEAST_PACKETS_WITH_DATA) {
            return false;
        }
        boolean closed = aws && known && TcpFlags.has(flags, TcpFlags.FIN);
        boolean mayHoldData = !known || acked || aws;
        return closed
                || (mayHoldData
                        && PacketSize.of(flow, flow.packets(), flow.bytes()).isMoreThanSyn());
    }

    /** The record counts what the server sent as reverse; a client that never sent more than SYN was refused. */
    private static boolean serverReplied(Flow flow) {
        if (flow.reversePackets() <= 0) {
            return false;
        }
        PacketSize reply = PacketSize.of(flow, flow.reversePackets(), flow.reverseBytes());
        if (reply.isBareHeader() || reply.isMoreThanSyn()) {
            return reply.isMoreThanSyn();
        }
        return flow.tcpFlags() == Flow.UNKNOWN ? flow.packets() != 1 : !TcpFlags.isOnly(flow.tcpFlags(), TcpFlags.SYN);
    }
}
