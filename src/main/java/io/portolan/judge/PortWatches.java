package io.portolan.judge;

import io.portolan.judge.sigma.Sighting;
import io.portolan.label.Label;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.PortSet;
import io.portolan.registry.Transport;
import io.portolan.schema.Side;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which rules may match which port, found out once a port for one state of the registry. Threads share it without
 * waiting: at worst they find out the same twice.
 */
final class PortWatches {
    private static final int PAGE_BITS = 8;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGES = 65_536 >> PAGE_BITS;
    private static final int TRANSPORTS = Transport.values().length;

    private final RegistryVersion version;
    private final Finder finder;
    private final PortWatch[][] pages = new PortWatch[TRANSPORTS * PAGES][];

    /** The ports that nobody watches: nearly all, and asked for in any order, for which the pages are too large. */
    private final PortSet unwatched = new PortSet();

    /** Equal ones are held once, so that a rule for all ports does not fill the memory. */
    private final Map<PortWatch, PortWatch> sorts = new ConcurrentHashMap<>();

    /** Finds out which rules may match a port, which takes time in proportion to the rules. */
    interface Finder {
        PortWatch find(Transport transport, int port, Label label);
    }

    PortWatches(RegistryVersion version, Finder finder) {
        this.version = version;
        this.finder = finder;
    }

    /** Whether this is what was found out for that state of the registry. */
    boolean isFor(RegistryVersion other) {
        return version == other;
    }

    /** Whether nobody watches the port, as far as that was found out: the answer for nearly all flows, in two look-ups. */
    boolean isUnwatched(Transport transport, int port) {
        return unwatched.contains(transport, port);
    }

    PortWatch of(Transport transport, int port, Label label) {
        if (isUnwatched(transport, port)) {
            return PortWatch.NOBODY;
        }
        PortWatch watch = watched(transport, port, label);
        if (watch.isNobody()) {
            unwatched.add(transport, port);
        }
        return watch;
    }

    private PortWatch watched(Transport transport, int port, Label label) {
        int number = transport.ordinal() * PAGES + (port >> PAGE_BITS);
        PortWatch[] page = pages[number];
        PortWatch known = page == null ? null : page[port & (PAGE_SIZE - 1)];
        if (known != null) {
            return known;
        }
        PortWatch watch = sort(finder.find(transport, port, label));
        if (!watch.isNobody()) {
            if (page == null) {
                page = new PortWatch[PAGE_SIZE];
                pages[number] = page;
            }
            page[port & (PAGE_SIZE - 1)] = watch;
        }
        return watch;
    }

    static PortWatch find(List<Rule> rules, Transport transport, int port, Label label) {
        return new PortWatch(
                mayMatch(rules, Sighting.ofPort(transport, port, label, Side.SOURCE)),
                mayMatch(rules, Sighting.ofPort(transport, port, label, Side.DESTINATION)));
    }

    private static List<Rule> mayMatch(List<Rule> rules, Sighting sighting) {
        return rules.stream()
                .filter(rule -> rule.detection().evaluate(sighting).mayBeTrue())
                .toList();
    }

    private PortWatch sort(PortWatch watch) {
        if (watch.isNobody()) {
            return PortWatch.NOBODY;
        }
        PortWatch other = sorts.putIfAbsent(watch, watch);
        return other == null ? watch : other;
    }
}
