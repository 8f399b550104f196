package io.portolan.app.registry;

import io.portolan.registry.Registry;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAssignment;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the registry's topic holds.
 *
 * @param name what to call it
 * @param entries readable entries that stand under their own key, by that key
 * @param unreadable all other keys, of ports and of anything else; what they hold cannot be used
 * @param release the release entry, if there is a readable one
 * @param bytes size of keys and values that count
 */
record TopicContent(
        String name,
        Map<String, PortAssignment> entries,
        SortedSet<String> unreadable,
        Optional<PortAssignment> release,
        long bytes) {

    /** Version of the release that was loaded last; empty before the first. */
    String version() {
        return release.map(PortAssignment::getVersion).orElse("");
    }

    Registry registry() {
        Collection<PortAssignment> all = entries.values();
        return Registry.of(all, version());
    }

    LoadedRegistry asLoaded() {
        return new LoadedRegistry(
                name,
                registry(),
                unreadable.stream()
                        .map(key -> name + " entry " + key + " cannot be read")
                        .toList(),
                0,
                bytes);
    }

    /** Whether the entry belongs under the key. */
    static boolean isAtHome(String key, PortAssignment entry) {
        if (RegistryRelease.isRelease(entry)) {
            return key.equals(RegistryRelease.KEY);
        }
        try {
            return Registry.key(entry).toString().equals(key);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
