package io.portolan.registry;

import io.portolan.schema.PortAssignment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A port registry: what is known of every port that it lists. Immutable. */
public final class Registry {

    private final NavigableMap<PortKey, PortAssignment> entries;
    private final Map<String, List<PortAssignment>> byName = new HashMap<>();
    private final String version;

    /** Takes the map over: nobody may change it any more. */
    Registry(NavigableMap<PortKey, PortAssignment> entries, String version) {
        this.entries = Collections.unmodifiableNavigableMap(entries);
        this.version = version;
        for (PortAssignment entry : entries.values()) {
            for (String name : entry.getNames()) {
                byName.computeIfAbsent(folded(name), any -> new ArrayList<>(2)).add(entry);
            }
        }
    }

    /**
     * A registry of given entries, for example of those in the registry topic; release entries are left out.
     *
     * @param version YYYY-MM-DD
     * @throws IllegalArgumentException if an entry has no such transport or port
     */
    public static Registry of(Collection<PortAssignment> entries, String version) {
        NavigableMap<PortKey, PortAssignment> sorted = new TreeMap<>();
        for (PortAssignment entry : entries) {
            if (!RegistryRelease.isRelease(entry)) {
                sorted.put(key(entry), entry);
            }
        }
        return new Registry(sorted, version);
    }

    /**
     * Key of an entry that is not a release entry.
     *
     * @throws IllegalArgumentException if it has no such transport or port
     */
    public static PortKey key(PortAssignment entry) {
        return new PortKey(Transport.parse(entry.getTransport()), entry.getPort());
    }

    /**
     * Newest date inside the source, YYYY-MM-DD, over registration and modification dates; a date without a day (YYYY-MM)
     * counts as the first of its month. Empty if the source has no date at all.
     */
    public String version() {
        return version;
    }

    /** All entries, by transport and port; cannot be changed. */
    public NavigableMap<PortKey, PortAssignment> entries() {
        return entries;
    }

    /** Entry of a port; empty if the registry does not list it. */
    public Optional<PortAssignment> find(PortKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Entries that have a service name among their names, aliases too, in any case; by transport and port. */
    public List<PortAssignment> named(String service) {
        return Collections.unmodifiableList(byName.getOrDefault(folded(service), List.of()));
    }

    /** The nearest named ports of the same transport. */
    public Neighbours neighbours(PortKey key) {
        return new Neighbours(
                nearest(key.transport(), entries.headMap(key, false).descendingMap()),
                nearest(key.transport(), entries.tailMap(key, false)));
    }

    /** How many entries there are of each kind. */
    public RegistryCounts counts() {
        return RegistryCounts.of(entries.values());
    }

    /** This registry with the entries of a site on top, which win; its version is the later of the two. */
    public Registry with(Registry site) {
        NavigableMap<PortKey, PortAssignment> merged = new TreeMap<>(entries);
        merged.putAll(site.entries);
        return new Registry(merged, version).withVersion(RegistryDates.later(version, site.version));
    }

    /** This registry with another version, in its entries too. */
    public Registry withVersion(String newVersion) {
        NavigableMap<PortKey, PortAssignment> stamped = new TreeMap<>(entries);
        stamped.replaceAll((key, entry) -> stamped(entry, newVersion));
        return new Registry(stamped, newVersion);
    }

    /** The entry of the registry topic that speaks of this registry as a whole, under {@link RegistryRelease#KEY}. */
    public PortAssignment release() {
        return RegistryRelease.of(version, counts());
    }

    private static Optional<PortAssignment> nearest(Transport transport, NavigableMap<PortKey, PortAssignment> ports) {
        return ports.entrySet().stream()
                .takeWhile(entry -> entry.getKey().transport() == transport)
                .map(Map.Entry::getValue)
                .filter(entry -> !entry.getNames().isEmpty())
                .findFirst();
    }

    private static PortAssignment stamped(PortAssignment entry, String version) {
        return entry.getVersion().equals(version) ? entry : Entries.withVersion(entry, version);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
