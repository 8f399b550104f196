package io.portolan.flow.zeek;

import io.portolan.flow.Protocols;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;

/**
 * What {@code conn_state} and {@code history} say about how far a conversation got and who opened it.
 *
 * <p>Source: the description of {@code conn_state} and the function of the same name in Zeek's {@code
 * base/protocols/conn/main.zeek}.
 *
 * <table>
 * <caption>States of TCP</caption>
 * <tr><th>conn_state</th><th>Zeek saw</th><th>state</th></tr>
 * <tr><td>S0</td><td>attempt, no reply</td><td>ATTEMPT</td></tr>
 * <tr><td>S1</td><td>established, not ended</td><td>ESTABLISHED</td></tr>
 * <tr><td>S2, S3</td><td>established, closed by one side only</td><td>ESTABLISHED</td></tr>
 * <tr><td>SF</td><td>established and ended in order</td><td>CLOSED</td></tr>
 * <tr><td>REJ</td><td>attempt answered by RST</td><td>REJECTED</td></tr>
 * <tr><td>RSTO, RSTR</td><td>established, aborted by originator or responder</td><td>RESET</td></tr>
 * <tr><td>RSTOS0</td><td>SYN, then RST of the originator, no reply</td><td>ATTEMPT</td></tr>
 * <tr><td>SH</td><td>SYN, then FIN of the originator, no reply</td><td>ATTEMPT; PARTIAL if the originator
 * acknowledged or sent payload, for then the replies went another way</td></tr>
 * <tr><td>RSTRH, SHR</td><td>SYN-ACK, then RST or FIN of the responder, no SYN</td><td>PARTIAL</td></tr>
 * <tr><td>OTH</td><td>none of these</td><td>ESTABLISHED if history has SYN and SYN-ACK, else PARTIAL</td></tr>
 * </table>
 *
 * <p>UDP has three states of Zeek's: SF both sides sent (ESTABLISHED: nothing ends UDP), S0 the originator alone did
 * (ATTEMPT), SHR the responder alone did (PARTIAL). Every other protocol, ICMP included, is always OTH, which says
 * nothing: UNKNOWN.
 */
final class ZeekConnState {
    private ZeekConnState() {}

    static FlowState state(int protocol, String connState, ZeekConnHistory history) {
        return switch (protocol) {
            case Protocols.TCP -> tcpState(connState, history);
            case Protocols.UDP -> udpState(connState);
            default -> FlowState.UNKNOWN;
        };
    }

    /**
     * The side that opened. TCP: the handshake in the history decides; a history without one is a flow seen from the
     * middle, and without history the state decides, as every state but OTH names a SYN or SYN-ACK. Other protocols:
     * the originator sent first, unless Zeek flipped the sides on a guess, or saw the responder alone.
     */
    static Side initiator(int protocol, String connState, ZeekConnHistory history) {
        if (protocol != Protocols.TCP) {
            return history.isFlipped() || connState.equals("SHR") ? Side.UNKNOWN : Side.SOURCE;
        }
        if (history.isRecorded()) {
            return history.opener();
        }
        return connState.isEmpty() || tcpState(connState, history) == FlowState.UNKNOWN || connState.equals("OTH")
                ? Side.UNKNOWN
                : Side.SOURCE;
    }

    private static FlowState tcpState(String connState, ZeekConnHistory history) {
        return switch (connState) {
            case "S0", "RSTOS0" -> FlowState.ATTEMPT;
            case "SH" -> history.originatorSent("AD") ? FlowState.PARTIAL : FlowState.ATTEMPT;
            case "S1", "S2", "S3" -> FlowState.ESTABLISHED;
            case "SF" -> FlowState.CLOSED;
            case "REJ" -> FlowState.REJECTED;
            case "RSTO", "RSTR" -> FlowState.RESET;
            case "RSTRH", "SHR" -> FlowState.PARTIAL;
            case "OTH" ->
                history.originatorSent("S") && history.responderSent("H") ? FlowState.ESTABLISHED : FlowState.PARTIAL;
            default -> FlowState.UNKNOWN;
        };
    }

    private static FlowState udpState(String connState) {
        return switch (connState) {
            case "SF" -> FlowState.ESTABLISHED;
            case "S0" -> FlowState.ATTEMPT;
            case "SHR" -> FlowState.PARTIAL;
            default -> FlowState.UNKNOWN;
        };
    }
}
