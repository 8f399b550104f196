package io.portolan.label;

import io.portolan.flow.Flow;
import io.portolan.registry.PortKey;
import io.portolan.registry.PortRanges;
import io.portolan.registry.Transport;
import io.portolan.schema.PortRange;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of both ports of a flow. A label is decoded and encoded when its port is met for the first time after
 * a change of the registry, and then found by two array accesses.
 */
public final class Labeller {
    private final PortRegistry registry;
    private final LabelTable table;

    /** A labeller with a table of its own. */
    public Labeller(PortRegistry registry) {
        this(registry, new LabelTable());
    }

    /**
     * A labeller that shares its labels.
     *
     * @param table used by labellers of the same registry only
     */
    public Labeller(PortRegistry registry, LabelTable table) {
        this.registry = registry;
        this.table = table;
    }

    /** The flow with its labels, all from one state of the registry also if that changes meanwhile. */
    public LabelledFlow label(Flow flow) {
        Transport transport = Transport.ofProtocol(flow.protocol());
        while (true) {
            LabelTable.State labels = table.state(registry);
            Label src = label(labels, transport, flow.srcPort());
            Label dst = label(labels, transport, flow.dstPort());
            // Labels come from other threads by a race; none may be read after the generation that vouches for it.
            VarHandle.loadLoadFence();
            if (labels.generation() == registry.generation()) {
                return new LabelledFlow(flow, transport, src, dst, labels.version());
            }
        }
    }

    private Label label(LabelTable.State labels, @Nullable Transport transport, int port) {
        if (transport == null) {
            return Label.unlisted(PortRange.NONE);
        }
        Label label = labels.get(transport, port);
        if (label == null) {
            label = lookUp(labels, transport, port);
            labels.put(transport, port, label);
        }
        return label;
    }

    private Label lookUp(LabelTable.State labels, Transport transport, int port) {
        PortRange range = PortRanges.of(port);
        return registry.find(new PortKey(transport, port))
                .map(assignment -> labels.listed(range, assignment))
                .orElseGet(() -> Label.unlisted(range));
    }
}
