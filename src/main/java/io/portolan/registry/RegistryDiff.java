package io.portolan.registry;

import io.portolan.schema.PortAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What it takes to get from one registry to another; entries that differ in nothing but their version count as equal. Each list
 * is by transport and port.
 *
 * @param oldSize number of entries of the old registry
 */
public record RegistryDiff(
        List<PortAssignment> added, List<Change> changed, List<PortAssignment> removed, int oldSize) {

    private static final int VERSION =
            PortAssignment.getClassSchema().getField("version").pos();
    private static final int FIELDS =
            PortAssignment.getClassSchema().getFields().size();

    /** An entry that is in both, with different content. */
    public record Change(PortAssignment before, PortAssignment after) {}

    /** Copies the lists. */
    public RegistryDiff {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** What it takes to get from {@code before} to {@code after}. */
    public static RegistryDiff between(Registry before, Registry after) {
        List<PortAssignment> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        after.entries().forEach((key, entry) -> {
            PortAssignment old = before.entries().get(key);
            if (old == null) {
                added.add(entry);
            } else if (!sameContent(old, entry)) {
                changed.add(new Change(old, entry));
            }
        });
        List<PortAssignment> removed = before.entries().entrySet().stream()
                .filter(entry -> !after.entries().containsKey(entry.getKey()))
                .map(entry -> entry.getValue())
                .toList();
        return new RegistryDiff(added, changed, removed, before.entries().size());
    }

    /** Whether nothing is to do. */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    private static boolean sameContent(PortAssignment one, PortAssignment other) {
        for (int field = 0; field < FIELDS; field++) {
            if (field != VERSION && !Objects.equals(one.get(field), other.get(field))) {
                return false;
            }
        }
        return true;
    }
}
