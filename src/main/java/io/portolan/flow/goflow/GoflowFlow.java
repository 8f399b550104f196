package io.portolan.flow.goflow;

import io.portolan.flow.FlowBuilder;
import io.portolan.flow.ForwardingStatus;
import io.portolan.flow.Protocols;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.text.AddressText;
import io.portolan.schema.Action;
import io.portolan.schema.Side;

/** Makes flows of messages. Each has one direction; who opened is told by a biflow's exporter and by netobserv's agent. */
final class GoflowFlow implements FlowReader {
    /** RFC 791 section 3.1: what lies above are the flags. */
    private static final int OFFSET_BITS = 0x1fff;

    /** RFC 5103 section 6.3: the source of the biflow opened, or its destination. */
    private static final int INITIATOR = 1;

    private static final int REVERSE_INITIATOR = 2;

    private final FlowAssembly flows;

    GoflowFlow(FieldTable table) {
        flows = new FlowAssembly(GoflowFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord message) throws UnreadableFlowException {
        readBase64(message, GoflowFormat.SOURCE);
        readBase64(message, GoflowFormat.DESTINATION);
        readBase64(message, GoflowFormat.SAMPLER);
        boolean addressed = message.has(GoflowFormat.SOURCE) || message.has(GoflowFormat.DESTINATION);
        if (!addressed && isOtherThanIp(message)) {
            return new Reading.NotAFlow("no IP");
        }
        int protocol = GoflowProtocols.number(message.text(GoflowFormat.PROTO));
        if (addressed && protocol == GoflowProtocols.UNNAMED) {
            return new Reading.NotAFlow("no protocol named");
        }
        return flow(message, Math.max(protocol, 0)).build();
    }

    private FlowBuilder flow(SourceRecord message, int protocol) throws UnreadableFlowException {
        FlowBuilder flow = flows.of(message, protocol);
        flow.initiator(initiator(message)).action(action(message)).duplicate(isDuplicate(message));
        if (isLaterFragment(message)) {
            flow.ports(0, 0);
        }
        if (protocol == Protocols.TCP && message.has(GoflowFormat.AGENT_FLAGS)) {
            int flags = AgentFlags.read(message.text(GoflowFormat.AGENT_FLAGS));
            flow.tcpFlags(AgentFlags.joined(flags)).initiator(AgentFlags.opener(flags));
        }
        return flow;
    }

    /** Of nothing but the address families of IP are addresses written; what else there is has none. */
    private static boolean isOtherThanIp(SourceRecord message) {
        boolean received = message.has(GoflowFormat.RECEIVED_NS) || message.has(GoflowFormat.RECEIVED);
        return switch (message.text(GoflowFormat.ETYPE)) {
            case "IPv4", "2048", "IPv6", "34525" -> false;
            default -> received;
        };
    }

    private static boolean isLaterFragment(SourceRecord message) {
        long offset = message.number(GoflowFormat.FRAGMENT_OFFSET);
        return offset != SourceRecord.ABSENT && (offset & OFFSET_BITS) != 0;
    }

    private static Side initiator(SourceRecord message) {
        long direction = message.number(GoflowFormat.BIFLOW);
        if (direction == INITIATOR) {
            return Side.SOURCE;
        }
        return direction == REVERSE_INITIATOR ? Side.DESTINATION : Side.UNKNOWN;
    }

    private static Action action(SourceRecord message) {
        return ForwardingStatus.action(message.number(GoflowFormat.FORWARDING));
    }

    private static boolean isDuplicate(SourceRecord message) {
        return switch (message.text(GoflowFormat.RECORD_TYPE)) {
            case "newConnection", "heartbeat" -> true;
            default -> message.text(GoflowFormat.REPEATED).equals("true");
        };
    }

    private static void readBase64(SourceRecord message, SourceField field) throws UnreadableFlowException {
        String text = message.text(field);
        if (text.endsWith("=")) {
            message.put(field, AddressText.ofBase64(field.name(), text));
        }
    }
}
