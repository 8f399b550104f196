package io.portolan.flow;

import io.portolan.schema.FlowState;

/**
 * How far a TCP conversation got, from the flags of both its sides, each joined by OR over all packets (RFC 9293 section
 * 3.5).
 *
 * @param client flags of the side that opened, or is taken to have
 * @param server flags of the other
 */
public record TwoWayTcp(int client, int server) {

    public FlowState state() {
        if (TcpFlags.has(server, TcpFlags.SYN)) {
            return ended();
        }
        if (!TcpFlags.has(client, TcpFlags.SYN)) {
            return FlowState.PARTIAL;
        }
        if (TcpFlags.has(server, TcpFlags.RST)) {
            return FlowState.REJECTED;
        }
        return server == 0 ? FlowState.ATTEMPT : FlowState.PARTIAL;
    }

    /** A reset after both sides have closed, as impatient clients send it, undoes nothing. */
    private FlowState ended() {
        if (TcpFlags.has(client & server, TcpFlags.FIN)) {
            return FlowState.CLOSED;
        }
        return TcpFlags.has(client | server, TcpFlags.RST) ? FlowState.RESET : FlowState.ESTABLISHED;
    }
}
