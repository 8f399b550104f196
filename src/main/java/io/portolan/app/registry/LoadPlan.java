package io.portolan.app.registry;

import io.portolan.registry.Registry;
import io.portolan.registry.RegistryDiff;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has to be published so that the topic holds a registry.
 *
 * @param diff what differs among the entries that can be read
 * @param repaired keys of entries that cannot be read and are written anew; the diff has them as added
 * @param discarded keys of entries that cannot be read and that the registry does not have
 * @param release the release entry, which tells the job that the load is whole; empty if the topic's is up to date and no more than one
 *     entry is published, which is whole by itself
 * @param versionBefore version of the topic's release; empty if it has none
 * @param versionAfter version of the registry
 * @param lost entries of IANA's that the topic has and the source has not
 * @param ianaBefore entries of IANA's that the topic has
 */
public record LoadPlan(
        RegistryDiff diff,
        Set<String> repaired,
        Set<String> discarded,
        Optional<PortAssignment> release,
        String versionBefore,
        String versionAfter,
        int lost,
        int ianaBefore) {
    /** A source may lack one in so many entries of the one before. */
    static final int TOLERATED_LOSS = 10;

    static LoadPlan of(TopicContent topic, Registry wanted) {
        Registry before = topic.registry();
        RegistryDiff diff = RegistryDiff.between(before, wanted);
        Set<String> keys =
                wanted.entries().keySet().stream().map(Object::toString).collect(Collectors.toSet());
        Set<String> discarded = topic.unreadable().stream()
                .filter(key -> !keys.contains(key) && !key.equals(RegistryRelease.KEY))
                .collect(Collectors.toSet());
        int entries =
                diff.added().size() + diff.changed().size() + diff.removed().size() + discarded.size();
        return new LoadPlan(
                diff,
                topic.unreadable().stream().filter(keys::contains).collect(Collectors.toSet()),
                discarded,
                Optional.of(wanted.release())
                        .filter(release -> entries > 1 || !isSameRelease(topic.release(), release)),
                topic.version(),
                wanted.version(),
                Math.toIntExact(diff.removed().stream().filter(LoadPlan::isIana).count()),
                Math.toIntExact(topic.entries().values().stream()
                        .filter(LoadPlan::isIana)
                        .count()));
    }

    private static boolean isSameRelease(Optional<PortAssignment> before, PortAssignment now) {
        return before.filter(old -> old.getVersion().equals(now.getVersion())
                        && String.valueOf(old.getDescription()).equals(now.getDescription()))
                .isPresent();
    }

    private static boolean isIana(PortAssignment entry) {
        return entry.getOrigin() == Origin.IANA;
    }

    /** Entries that the topic does not have. */
    public int added() {
        return diff.added().size() - repaired.size();
    }

    /** Entries that the topic has with other content, or unreadable. */
    public int changed() {
        return diff.changed().size() + repaired.size();
    }

    /** Entries that the topic has and the registry has not. */
    public int removed() {
        return diff.removed().size() + discarded.size();
    }

    /** Entries that the topic has as they should be. */
    public int unchanged() {
        return diff.oldSize() - diff.changed().size() - diff.removed().size();
    }

    /** Whether more than a tenth of IANA's entries would go: the source is probably cut off, or not the whole registry. */
    public boolean losesTooMuch() {
        return (long) lost * TOLERATED_LOSS > ianaBefore;
    }

    /** What to publish, in this order: entries, tombstones (null) for what is gone, and the release last. */
    Map<String, @Nullable PortAssignment> records() {
        Map<String, @Nullable PortAssignment> records = new LinkedHashMap<>();
        diff.added().forEach(entry -> records.put(Registry.key(entry).toString(), entry));
        diff.changed()
                .forEach(change -> records.put(Registry.key(change.after()).toString(), change.after()));
        diff.removed().forEach(entry -> records.put(Registry.key(entry).toString(), null));
        discarded.stream().sorted().forEach(key -> records.put(key, null));
        release.ifPresent(entry -> records.put(RegistryRelease.KEY, entry));
        return records;
    }

    /** Number of records to publish. */
    public int size() {
        return diff.added().size() + diff.changed().size() + removed() + (release.isPresent() ? 1 : 0);
    }
}
