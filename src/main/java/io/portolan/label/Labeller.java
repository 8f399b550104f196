package io.portolan.label;

import io.portolan.flow.Flow;
import io.portolan.registry.PortKey;
import io.portolan.registry.PortRanges;
import io.portolan.registry.Transport;
import io.portolan.schema.PortRange;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the labels of both ports of a flow. Labels are decoded and encoded when a port is met for the first time after
 * a change of the registry, and then found by two array accesses. Not for several threads at a time.
 */
public final class Labeller {
    private static final int PAGE_BITS = 8;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGES = 65_536 >> PAGE_BITS;

    private final PortRegistry registry;
    private final Map<PortRange, Label> unlisted = new EnumMap<>(PortRange.class);

    // Pages keep it cheap to forget everything, which every single change of the registry asks for.
    private final Label[][] pages = new Label[Transport.values().length * PAGES][];
    private long generation = -1;
    private RegistryVersion version = new RegistryVersion(Optional.empty());

    public Labeller(PortRegistry registry) {
        this.registry = registry;
        for (PortRange range : PortRange.values()) {
            unlisted.put(range, Label.unlisted(range));
        }
    }

    /** The flow with its labels, all from one state of the registry also if that changes meanwhile. */
    public LabelledFlow label(Flow flow) {
        Transport transport = Transport.ofProtocol(flow.protocol());
        LabelledFlow labelled;
        do {
            forgetIfChanged();
            Label src = label(transport, flow.srcPort());
            Label dst = label(transport, flow.dstPort());
            labelled = new LabelledFlow(flow, transport, src, dst, version);
        } while (generation != registry.generation());
        return labelled;
    }

    private void forgetIfChanged() {
        long now = registry.generation();
        if (now != generation) {
            Arrays.fill(pages, null);
            version = new RegistryVersion(registry.version());
            generation = now;
        }
    }

    private Label label(@Nullable Transport transport, int port) {
        if (transport == null) {
            return unlisted(PortRange.NONE);
        }
        int page = transport.ordinal() * PAGES + (port >> PAGE_BITS);
        Label[] labels = pages[page];
        if (labels == null) {
            labels = new Label[PAGE_SIZE];
            pages[page] = labels;
        }
        Label label = labels[port & (PAGE_SIZE - 1)];
        if (label == null) {
            label = lookUp(transport, port);
            labels[port & (PAGE_SIZE - 1)] = label;
        }
        return label;
    }

    private Label lookUp(Transport transport, int port) {
        PortRange range = PortRanges.of(port);
        return registry.find(new PortKey(transport, port))
                .map(assignment -> Label.listed(range, assignment))
                .orElseGet(() -> unlisted(range));
    }

    private Label unlisted(PortRange range) {
        return Objects.requireNonNull(unlisted.get(range));
    }
}
