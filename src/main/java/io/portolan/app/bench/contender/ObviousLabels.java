package io.portolan.app.bench.contender;

import io.portolan.registry.PortKey;
import io.portolan.registry.PortRanges;
import io.portolan.registry.Transport;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.FlowLog;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortLabel;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the obvious design makes of a flow and of the entries of both its ports. */
public final class ObviousLabels {
    private ObviousLabels() {}

    /**
     * A flow between the two joins.
     *
     * @param src label of the source port
     * @param version that of the registry as far as the source port told it
     */
    public record Half(
            FlowLog flow, PortLabel src, @Nullable String version) {}

    /**
     * The key of a port in the topic of the registry; null, which a left join leaves without a partner, where the protocol has no
     * ports.
     */
    public static @Nullable String key(FlowLog flow, int port) {
        Transport transport = Transport.ofProtocol(flow.getProtocol());
        return transport == null ? null : new PortKey(transport, port).toString();
    }

    /** With the entry of the source port, if it has one. */
    public static Half source(FlowLog flow, @Nullable PortAssignment entry) {
        return new Half(flow, label(flow, flow.getSrcPort(), entry), version(entry));
    }

    /** With that of the destination port as well. */
    public static EnrichedFlow enrich(Half half, @Nullable PortAssignment entry) {
        FlowLog flow = half.flow();
        PortLabel dst = label(flow, flow.getDstPort(), entry);
        Server server = server(flow, half.src(), dst);
        return new EnrichedFlow(
                flow.getProtocol(),
                flow.getSrcPort(),
                flow.getDstPort(),
                flow.getTcpFlags(),
                flow.getInitiator(),
                flow.getAction(),
                flow.getState(),
                flow.getPackets(),
                flow.getBytes(),
                flow.getReversePackets(),
                flow.getReverseBytes(),
                flow.getSrcAddress(),
                flow.getDstAddress(),
                flow.getStartTime(),
                flow.getEndTime(),
                flow.getObserver(),
                flow.getSamplingRate(),
                flow.getDuplicate(),
                flow.getSourceFormat(),
                flow.getAttributes(),
                half.src(),
                dst,
                server.side(),
                server.basis(),
                server.confidence(),
                service(server.side(), half.src(), dst),
                Verdict.NONE,
                half.version() == null ? version(entry) : half.version());
    }

    private static PortLabel label(FlowLog flow, int port, @Nullable PortAssignment entry) {
        PortRange range = Transport.ofProtocol(flow.getProtocol()) == null ? PortRange.NONE : PortRanges.of(port);
        if (entry == null) {
            return new PortLabel(range, PortStatus.UNLISTED, null, List.of(), null);
        }
        List<String> names = entry.getNames();
        String service = names.isEmpty() ? null : names.get(0);
        return new PortLabel(range, entry.getStatus(), service, names, entry.getDocumentation());
    }

    private record Server(Side side, RoleBasis basis, int confidence) {}

    /** The sensor's word, or else the one port that has a name. */
    private static Server server(FlowLog flow, PortLabel src, PortLabel dst) {
        if (flow.getInitiator() != Side.UNKNOWN) {
            Side side = flow.getInitiator() == Side.SOURCE ? Side.DESTINATION : Side.SOURCE;
            return new Server(side, RoleBasis.SENSOR, 95);
        }
        if ((src.getService() == null) != (dst.getService() == null)) {
            return new Server(src.getService() == null ? Side.DESTINATION : Side.SOURCE, RoleBasis.REGISTRY, 50);
        }
        return new Server(Side.UNKNOWN, RoleBasis.NONE, 0);
    }

    private static @Nullable String service(Side server, PortLabel src, PortLabel dst) {
        return switch (server) {
            case SOURCE -> src.getService();
            case DESTINATION -> dst.getService();
            case UNKNOWN -> null;
        };
    }

    private static @Nullable String version(@Nullable PortAssignment entry) {
        return entry == null ? null : entry.getVersion();
    }
}
