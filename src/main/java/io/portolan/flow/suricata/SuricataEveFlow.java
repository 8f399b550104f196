package io.portolan.flow.suricata;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.TcpFlags;
import io.portolan.flow.TwoWayTcp;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;
import io.portolan.schema.FlowState;
import io.portolan.schema.Side;

/**
 * Makes flows of flow and netflow events. A flow event has both directions, its source is the client; a netflow event has
 * one and does not say who opened.
 */
final class SuricataEveFlow implements FlowReader {
    private static final int HEXADECIMAL = 16;

    private final FlowAssembly flows;

    SuricataEveFlow(FieldTable table) {
        flows = new FlowAssembly(SuricataEveFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord event) throws UnreadableFlowException {
        return switch (event.text(SuricataEveFormat.EVENT_TYPE)) {
            case "flow" -> twoWay(event);
            case "netflow" -> oneWay(event);
            default -> SuricataEvents.other(event);
        };
    }

    private Reading oneWay(SourceRecord event) throws UnreadableFlowException {
        int protocol = protocol(event);
        FlowBuilder flow = flows.of(event, protocol);
        if (protocol == Protocols.TCP) {
            int flags = flags(event, SuricataEveFormat.FLAGS);
            flow.tcpFlags(flags == 0 ? Flow.UNKNOWN : flags);
        }
        return flow.build();
    }

    private Reading twoWay(SourceRecord event) throws UnreadableFlowException {
        int protocol = protocol(event);
        FlowBuilder flow = flows.of(event, protocol).action(action(event));
        if (protocol == Protocols.TCP) {
            putTcp(flow, event);
        } else {
            flow.initiator(Side.SOURCE).state(protocol == Protocols.UDP ? udpState(event) : FlowState.UNKNOWN);
        }
        return flow.build();
    }

    /** Of protocols other than TCP, UDP and SCTP Suricata does not read the ports. */
    private int protocol(SourceRecord event) throws UnreadableFlowException {
        int protocol = flows.protocol(event);
        if (protocol == Protocols.DCCP || protocol == Protocols.UDP_LITE) {
            event.put(SuricataEveFormat.SRC, "0");
            event.put(SuricataEveFormat.DEST, "0");
        }
        return protocol;
    }

    private static void putTcp(FlowBuilder flow, SourceRecord event) throws UnreadableFlowException {
        int client = flags(event, SuricataEveFormat.FLAGS_TO_SERVER);
        int server = flags(event, SuricataEveFormat.FLAGS_TO_CLIENT);
        if (client == Flow.UNKNOWN || server == Flow.UNKNOWN) {
            flow.tcpFlags(client).state(stateInWords(event));
        } else if (client == 0 && server == 0) {
            // No flag at all means that no session was tracked, as none was seen to begin.
            flow.state(FlowState.PARTIAL);
        } else {
            flow.tcpFlags(client).initiator(opener(client, server)).state(new TwoWayTcp(client, server).state());
        }
    }

    /** Without a SYN the flow was picked up from its middle, and Suricata guessed the sides. */
    private static Side opener(int client, int server) {
        boolean opened = TcpFlags.has(client, TcpFlags.SYN) || TcpFlags.has(server, TcpFlags.SYN | TcpFlags.ACK);
        return opened ? Side.SOURCE : Side.UNKNOWN;
    }

    private static FlowState udpState(SourceRecord event) {
        long answers = event.number(SuricataEveFormat.TO_CLIENT);
        if (answers == SourceRecord.ABSENT) {
            return stateInWords(event);
        }
        return answers > 0 ? FlowState.ESTABLISHED : FlowState.ATTEMPT;
    }

    private static FlowState stateInWords(SourceRecord event) {
        return switch (event.text(SuricataEveFormat.FLOW_STATE)) {
            case "established", "bypassed" -> FlowState.ESTABLISHED;
            case "closed" -> FlowState.CLOSED;
            default -> FlowState.UNKNOWN;
        };
    }

    private static Action action(SourceRecord event) {
        return switch (event.text(SuricataEveFormat.ACTION_TAKEN)) {
            case "drop" -> Action.REJECT;
            case "pass", "accept" -> Action.ACCEPT;
            default -> Action.UNKNOWN;
        };
    }

    private static int flags(SourceRecord event, SourceField field) throws UnreadableFlowException {
        String text = event.text(field);
        if (text.isEmpty()) {
            return Flow.UNKNOWN;
        }
        try {
            return Integer.parseUnsignedInt(text, HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw UnreadableFlowException.field(field.name(), text, "not flags in hexadecimal digits");
        }
    }
}
