package io.portolan.judge;

import static io.portolan.schema.Side.DESTINATION;
import static io.portolan.schema.Side.SOURCE;
import static io.portolan.schema.Side.UNKNOWN;

import io.portolan.flow.Flow;
import io.portolan.flow.Protocols;
import io.portolan.flow.TcpFlags;
import io.portolan.flow.aws.AwsVpcFormat;
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
            role = byAnswer(labelled);
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
            return isLoneRefusal(flow) ? Evidence.LONE_REFUSAL.server(SOURCE) : Role.UNTOLD;
        }
        if (!TcpFlags.has(flags, TcpFlags.ACK)) {
            return Evidence.SYN.server(DESTINATION);
        }
        if (flow.isFrom(AwsVpcFormat.NAME)) {
            return Evidence.AWS_SYN_ACK.server(SOURCE);
        }
        // Over several packets other sensors join the flags of both the handshake's ends: SYN and ACK on either side.
        boolean lone = flow.packets() == 1 && !TcpFlags.hasAny(flags, TcpFlags.FIN | TcpFlags.RST);
        return lone ? Evidence.LONE_SYN_ACK.server(SOURCE) : Role.UNTOLD;
    }

    private static boolean isLoneRefusal(Flow flow) {
        // A closed port answers SYN by RST and ACK (RFC 9293 section 3.5.2), of which AWS notes RST.
        // Of sampled packets one that was seen need not be the only one: an RST may as well end a conversation.
        return flow.packets() == 1
                && flow.samplingRate() <= 1
                && (TcpFlags.isOnly(flow.tcpFlags(), TcpFlags.RST | TcpFlags.ACK)
                        || (TcpFlags.isOnly(flow.tcpFlags(), TcpFlags.RST) && flow.isFrom(AwsVpcFormat.NAME)));
    }

    private static Role byAnswer(LabelledFlow labelled) {
        Role role = byAnswer(labelled.flow());
        boolean disputed = !role.isUntold() && isSystemService(labelled.src()) && !isSystemService(labelled.dst());
        return disputed ? Evidence.DISPUTED.server(SOURCE) : role;
    }

    private static Role byAnswer(Flow flow) {
        FlowState state = flow.state();
        if (state == FlowState.PARTIAL) {
            return Role.UNTOLD;
        }
        if (state == FlowState.ATTEMPT || state == FlowState.REJECTED) {
            return Evidence.NOT_ANSWERED.server(DESTINATION);
        }
        if (beginsMidway(flow)) {
            return Role.UNTOLD;
        }
        if (flow.action() == Action.REJECT) {
            return Evidence.NOT_ANSWERED.server(DESTINATION);
        }
        boolean bothWays = flow.packets() > 0 && flow.reversePackets() > 0;
        return bothWays ? Evidence.ANSWERED.server(DESTINATION) : Role.UNTOLD;
    }

    /** Without SYN the opening is not in this record, and either side may have sent its first packet. */
    private static boolean beginsMidway(Flow flow) {
        return flow.protocol() == Protocols.TCP
                && flow.tcpFlags() != Flow.UNKNOWN
                && !TcpFlags.has(flow.tcpFlags(), TcpFlags.SYN);
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
