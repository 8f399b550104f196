package io.portolan.flow.suricata;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.TcpFlags;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
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
        String type = event.text(SuricataEveFormat.EVENT_TYPE);
        return switch (type) {
            case "flow" -> twoWay(event);
            case "netflow" -> oneWay(event);
            case "" -> throw new UnreadableFlowException("event_type is missing: not an event of Suricata");
            default -> new Reading.NotAFlow("event " + UnreadableFlowException.shown(type));
        };
    }

    private Reading oneWay(SourceRecord event) throws UnreadableFlowException {
        int protocol = flows.protocol(event);
        FlowBuilder flow = flows.of(event, protocol);
        if (protocol == Protocols.TCP) {
            flow.tcpFlags(flags(event, SuricataEveFormat.FLAGS));
        }
        return flow.build();
    }

    private Reading twoWay(SourceRecord event) throws UnreadableFlowException {
        int protocol = flows.protocol(event);
        FlowBuilder flow = flows.of(event, protocol);
        if (protocol == Protocols.TCP) {
            int client = flags(event, SuricataEveFormat.FLAGS_TO_SERVER);
            int server = flags(event, SuricataEveFormat.FLAGS_TO_CLIENT);
            flow.tcpFlags(client).initiator(opener(client, server)).state(tcpState(event, client, server));
        } else {
            flow.initiator(Side.SOURCE).state(protocol == Protocols.UDP ? udpState(event) : FlowState.UNKNOWN);
        }
        return flow.build();
    }

    /** Without a SYN the flow was picked up from its middle, and Suricata guessed the sides. */
    private static Side opener(int client, int server) {
        boolean opened = client != Flow.UNKNOWN && TcpFlags.has(client, TcpFlags.SYN);
        return opened || (server != Flow.UNKNOWN && TcpFlags.has(server, TcpFlags.SYN | TcpFlags.ACK))
                ? Side.SOURCE
                : Side.UNKNOWN;
    }

    private static FlowState tcpState(SourceRecord event, int client, int server) {
        if (client == Flow.UNKNOWN || server == Flow.UNKNOWN) {
            return stateInWords(event);
        }
        if (TcpFlags.has(server, TcpFlags.SYN)) {
            return ended(client, server);
        }
        if (!TcpFlags.has(client, TcpFlags.SYN)) {
            return FlowState.PARTIAL;
        }
        if (TcpFlags.has(server, TcpFlags.RST)) {
            return FlowState.REJECTED;
        }
        return server == 0 ? FlowState.ATTEMPT : FlowState.PARTIAL;
    }

    private static FlowState ended(int client, int server) {
        if (TcpFlags.has(client | server, TcpFlags.RST)) {
            return FlowState.RESET;
        }
        return TcpFlags.has(client & server, TcpFlags.FIN) ? FlowState.CLOSED : FlowState.ESTABLISHED;
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
            case "established", "bypassed", "local_bypassed", "capture_bypassed" -> FlowState.ESTABLISHED;
            case "closed" -> FlowState.CLOSED;
            default -> FlowState.UNKNOWN;
        };
    }

    private static int flags(SourceRecord event, SourceField field) throws UnreadableFlowException {
        String text = event.text(field);
        if (text.isEmpty()) {
            return Flow.UNKNOWN;
        }
        try {
            return Integer.parseUnsignedInt(text.startsWith("0x") ? text.substring(2) : text, HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw UnreadableFlowException.field(field.name(), text, "not flags in hexadecimal digits");
        }
    }
}
