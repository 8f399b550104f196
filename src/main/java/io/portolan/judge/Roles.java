package io.portolan.judge;

import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;
import static io.portolan.schema.Side.UNKNOWN;

import io.portolan.flow.Flow;
import io.portolan.flow.Protocols;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.Action;
import io.portolan.schema.Documentation;
import io.portolan.schema.FlowState;
import io.portolan.schema.PortRange;
import io.portolan.schema.Side;

/** Tells the server side of a flow, from the strongest evidence that there is. */
final class Roles {
    private Roles() {}

    static Role of(LabelledFlow labelled) {
        Flow flow = labelled.flow();
        Role role = byInitiator(flow);
        if (role.isUntold() && flow.protocol() == Protocols.TCP && flow.tcpFlags() != Flow.UNKNOWN) {
            role = byTcpFlags(flow);
        }
        if (role.isUntold()) {
            role = byAnswer(flow);
        }
        if (role.isUntold() && labelled.transport() != null) {
            role = byRegistry(labelled);
        }
        if (role.isUntold()) {
            role = byPortOrder(labelled);
        }
        return role;
    }

    private static Role byInitiator(Flow flow) {
        return switch (flow.initiator()) {
            case SOURCE -> Evidence.SENSOR_STATES.server(DESTINATION);
            case DESTINATION -> Evidence.SENSOR_STATES.server(SOURCE);
            case UNKNOWN -> Role.UNTOLD;
        };
    }

    private static Role byTcpFlags(Flow flow) {
        int flags = flow.tcpFlags();
        if (!TcpFlags.has(flags, TcpFlags.SYN)) {
            return Role.UNTOLD;
        }
        if (!TcpFlags.has(flags, TcpFlags.ACK)) {
            return Evidence.SYN.server(DESTINATION);
        }
        if (flow.packets() == 1) {
            return Evidence.LONE_SYN_ACK.server(SOURCE);
        }
        // With PSH or URG the sensor joined the flags of a whole session, and both sides of one show SYN and ACK.
        return TcpFlags.hasAny(flags, TcpFlags.PSH | TcpFlags.URG) ? Role.UNTOLD : Evidence.SYN_ACK.server(SOURCE);
    }

    private static Role byAnswer(Flow flow) {
        FlowState state = flow.state();
        if (state == FlowState.PARTIAL) {
            return Role.UNTOLD;
        }
        if (flow.action() == Action.REJECT || state == FlowState.ATTEMPT || state == FlowState.REJECTED) {
            return Evidence.NOT_ANSWERED.server(DESTINATION);
        }
        return flow.reversePackets() > 0 ? Evidence.ANSWERED.server(DESTINATION) : Role.UNTOLD;
    }

    private static Role byRegistry(LabelledFlow labelled) {
        Label src = labelled.src();
        Label dst = labelled.dst();
        Side system = either(isSystemService(src), isSystemService(dst));
        if (system != UNKNOWN) {
            return Evidence.SYSTEM_PORT.server(system);
        }
        Side assigned = either(src.isAssigned(), dst.isAssigned());
        if (assigned != UNKNOWN) {
            return Evidence.ASSIGNED_PORT.server(assigned);
        }
        Side documented = src.isAssigned() ? either(!isBare(src), !isBare(dst)) : UNKNOWN;
        return documented == UNKNOWN ? Role.UNTOLD : Evidence.DOCUMENTED_PORT.server(documented);
    }

    private static Role byPortOrder(LabelledFlow labelled) {
        Flow flow = labelled.flow();
        boolean ordered = labelled.transport() != null && !isUdp(flow.protocol());
        if (!ordered || flow.srcPort() == flow.dstPort() || flow.srcPort() == 0 || flow.dstPort() == 0) {
            return Role.UNTOLD;
        }
        return Evidence.LOWER_PORT.server(flow.srcPort() < flow.dstPort() ? SOURCE : DESTINATION);
    }

    private static boolean isUdp(int protocol) {
        return protocol == Protocols.UDP || protocol == Protocols.UDP_LITE;
    }

    private static boolean isSystemService(Label label) {
        return label.range() == PortRange.SYSTEM && label.isAssigned();
    }

    private static boolean isBare(Label label) {
        return label.documentation().orElse(Documentation.BARE) == Documentation.BARE;
    }

    /** The side for which alone something holds. */
    private static Side either(boolean source, boolean destination) {
        if (source == destination) {
            return UNKNOWN;
        }
        return source ? SOURCE : DESTINATION;
    }
}
