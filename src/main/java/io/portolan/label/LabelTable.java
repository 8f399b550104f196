package io.portolan.label;

import io.portolan.registry.PortSet;
import io.portolan.registry.Transport;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels that were made since the registry changed last, for all labellers of a job, so that a port is decoded once
 * and not once a partition. A race among threads costs a label made twice, never a wrong one: labels are immutable, and
 * those of one state of the registry are forgotten together.
 */
public final class LabelTable {
    private final Runnable renewed;
    private volatile State state = new State(-1, new RegistryVersion(Optional.empty()));

    /** A table that nobody watches. */
    public LabelTable() {
        this(() -> {});
    }

    /**
     * A table that tells when it begins anew.
     *
     * @param renewed called after each change of the registry, by any thread that labels
     */
    public LabelTable(Runnable renewed) {
        this.renewed = renewed;
    }

    /** What there is for the registry as it is now. */
    State state(PortRegistry registry) {
        long generation = registry.generation();
        State known = state;
        if (known.generation != generation) {
            known = new State(generation, new RegistryVersion(registry.version()));
            state = known;
            renewed.run();
        }
        return known;
    }

    /** The labels of one state of the registry. */
    static final class State {
        private static final int PAGE_BITS = 8;
        private static final int PAGE_SIZE = 1 << PAGE_BITS;
        private static final int PAGES = 65_536 >> PAGE_BITS;
        private static final int TRANSPORTS = Transport.values().length;

        private final long generation;
        private final RegistryVersion version;

        // Pages keep a new state small, which every single change of the registry makes.
        private final Label[][] pages = new Label[TRANSPORTS * PAGES][];

        /** The first label without a service that a port of a page had: of most pages it is that of most ports. */
        private final Label[] plain = new Label[TRANSPORTS * PAGES];

        /** The ports that have the plain label of their page: those of clients, in any order, for which the pages are too large. */
        private final PortSet isPlain = new PortSet();

        /**
         * Most ports are of long ranges with one entry each. They share a label, so that those of most flows stay in the
         * processor's cache.
         */
        private final Map<Said, Label> shared = new ConcurrentHashMap<>();

        /** What makes labels equal. */
        private record Said(PortRange range, PortAssignment withoutPort) {}

        private State(long generation, RegistryVersion version) {
            this.generation = generation;
            this.version = version;
        }

        long generation() {
            return generation;
        }

        RegistryVersion version() {
            return version;
        }

        @Nullable
        Label get(Transport transport, int port) {
            int number = page(transport, port);
            if (isPlain.contains(transport, port)) {
                return plain[number];
            }
            Label[] page = pages[number];
            return page == null ? null : page[port & (PAGE_SIZE - 1)];
        }

        /** Alone, so that a page's plain label is one for good before a port has its bit. */
        synchronized void put(Transport transport, int port, Label label) {
            int number = page(transport, port);
            if (label.service().isEmpty() && plain[number] == null) {
                plain[number] = label;
            }
            if (plain[number] == label) {
                isPlain.add(transport, port);
            } else {
                page(number)[port & (PAGE_SIZE - 1)] = label;
            }
        }

        /** The label of a port of the range, and of all of which the registry says the same if that is no name. */
        Label listed(PortRange range, PortAssignment assignment) {
            if (!assignment.getNames().isEmpty()) {
                return Label.listed(range, assignment);
            }
            Said said = new Said(range, Label.withoutPort(assignment));
            return shared.computeIfAbsent(said, same -> Label.listed(range, assignment));
        }

        private Label[] page(int number) {
            if (pages[number] == null) {
                pages[number] = new Label[PAGE_SIZE];
            }
            return pages[number];
        }

        private static int page(Transport transport, int port) {
            return transport.ordinal() * PAGES + (port >> PAGE_BITS);
        }
    }
}
