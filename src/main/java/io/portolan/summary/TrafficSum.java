package io.portolan.summary;

import io.portolan.schema.PortTraffic;

/** The traffic of one key of {@link Traffic}. */
public final class TrafficSum implements Sum<PortTraffic> {
    private final PortTraffic first;
    private long flows;
    private long bytes;
    private long packets;

    /** Begins with a part, or with a sum that was written. */
    public TrafficSum(PortTraffic first) {
        this.first = first;
        add(first);
    }

    @Override
    public void add(PortTraffic part) {
        flows = Sums.add(flows, part.getFlows());
        bytes = Sums.add(bytes, part.getBytes());
        packets = Sums.add(packets, part.getPackets());
    }

    @Override
    public PortTraffic total() {
        return new PortTraffic(
                first.getMinute(),
                first.getService(),
                first.getRange(),
                first.getStatus(),
                first.getVerdict(),
                flows,
                bytes,
                packets);
    }
}
