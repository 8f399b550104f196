package io.portolan.flow.gcp;

import io.portolan.flow.FlowBuilder;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldTable;
import io.portolan.flow.field.FlowAssembly;
import io.portolan.flow.field.FlowReader;
import io.portolan.flow.field.SourceField;
import io.portolan.flow.field.SourceRecord;
import io.portolan.schema.Action;
import org.jspecify.annotations.Nullable;

/**
 * Makes flows of entries. Each direction is a record of its own, and none says who opened or how far the conversation
 * got.
 *
 * <p>Both sides of a flow report it if flow logs are on for both. They are on or off for a whole subnet at least: within
 * one subnet the destination's record repeats the source's. That a side has a name or a network says only that it is known,
 * not that it reports; those records are left to be counted, as a flow that is counted twice is noticed, and one that is
 * not counted at all is not.
 */
final class GcpVpcFlow implements FlowReader {
    private static final String ID_OF_LOG = "vpc_flows";

    private static final Reading RDMA = new Reading.NotAFlow("RDMA without a protocol of IP");

    private final FlowAssembly flows;

    GcpVpcFlow(FieldTable table) {
        flows = new FlowAssembly(GcpVpcFormat.NAME, table);
    }

    @Override
    public Reading read(SourceRecord entry) throws UnreadableFlowException {
        String log = entry.text(GcpVpcFormat.LOG);
        if (!log.isEmpty() && !log.endsWith(ID_OF_LOG)) {
            return new Reading.NotAFlow(
                    "log " + UnreadableFlowException.shown(log.substring(log.lastIndexOf('/') + 1)));
        }
        if (!entry.has(GcpVpcFormat.REPORTER)) {
            throw new UnreadableFlowException("reporter is missing: not a VPC flow log of Google Cloud");
        }
        if (entry.has(GcpVpcFormat.RDMA) && !entry.has(GcpVpcFormat.NUMBER)) {
            return RDMA;
        }
        FlowBuilder flow = flows.of(entry).action(action(entry)).duplicate(isDuplicate(entry));
        return flow.observer(observer(entry)).build();
    }

    private static Action action(SourceRecord entry) {
        return entry.text(GcpVpcFormat.DROP_REASON).equals("FIREWALL_DENY") ? Action.REJECT : Action.UNKNOWN;
    }

    private static boolean isDuplicate(SourceRecord entry) {
        return entry.text(GcpVpcFormat.INCLUSION).equals("INCLUDED")
                || (entry.text(GcpVpcFormat.REPORTER).equals("DEST") && isWithinSubnet(entry));
    }

    private static boolean isWithinSubnet(SourceRecord entry) {
        return entry.has(GcpVpcFormat.SRC_SUBNET)
                && isSame(entry, GcpVpcFormat.SRC_SUBNET, GcpVpcFormat.DST_SUBNET)
                && isSame(entry, GcpVpcFormat.SRC_REGION, GcpVpcFormat.DST_REGION)
                && isSame(entry, GcpVpcFormat.SRC_NETWORK, GcpVpcFormat.DST_NETWORK)
                && isSame(entry, GcpVpcFormat.SRC_PROJECT, GcpVpcFormat.DST_PROJECT);
    }

    private static boolean isSame(SourceRecord entry, SourceField one, SourceField other) {
        return entry.text(one).equals(entry.text(other));
    }

    /** The side that reports, or else the subnet that it is in. */
    private static @Nullable String observer(SourceRecord entry) {
        SourceField side = switch (entry.text(GcpVpcFormat.REPORTER)) {
            case "SRC" -> GcpVpcFormat.SRC_VM;
            case "DEST" -> GcpVpcFormat.DST_VM;
            case "SRC_GATEWAY" -> GcpVpcFormat.SRC_GATEWAY;
            case "DEST_GATEWAY" -> GcpVpcFormat.DST_GATEWAY;
            default -> GcpVpcFormat.SUBNET;
        };
        SourceField known = entry.has(side) ? side : GcpVpcFormat.SUBNET;
        return entry.has(known) ? entry.text(known) : null;
    }
}
