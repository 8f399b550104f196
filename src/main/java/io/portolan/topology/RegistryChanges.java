package io.portolan.topology;

import io.portolan.registry.RegistryRelease;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the registry that are not shown yet. A load comes entry by entry beside the threads that label, and no flow may have
 * labels of half of one: its entries are shown at once when its release entry comes, which is the last. Entries that somebody wrote
 * without a release are shown when none has come for a second, or after half a minute.
 */
final class RegistryChanges {
    /** So long after the last entry, those without a release are shown, in milliseconds. */
    static final long QUIET_MS = 1_000;
    /** So long after the first, in milliseconds. */
    static final long LONGEST_MS = 30_000;

    private static final Bytes RELEASE = Bytes.wrap(RegistryRelease.KEY.getBytes(StandardCharsets.UTF_8));
    private static final long NOTHING = Long.MAX_VALUE;

    private final LongSupplier now;
    private final Map<Bytes, byte @Nullable []> heldBack = new LinkedHashMap<>();
    private @Nullable KeyValueStore<Bytes, byte[]> shown;
    private long first;
    private volatile long due = NOTHING;
    /** Odd while changes go over into what is shown. */
    private volatile long generation;

    /** @param now the time of day, milliseconds since the epoch */
    RegistryChanges(LongSupplier now) {
        this.now = now;
    }

    /** Shows this store from now on, which was restored as it is. */
    synchronized void begin(KeyValueStore<Bytes, byte[]> store) {
        heldBack.clear();
        due = NOTHING;
        shown = store;
        generation = generation + 2;
    }

    /** Holds an entry back, or null for one that is taken away; shows all of a load with its last. */
    synchronized void put(Bytes key, byte @Nullable [] value) {
        long time = now.getAsLong();
        if (heldBack.isEmpty()) {
            first = time;
        }
        heldBack.put(key, value);
        due = Math.min(time + QUIET_MS, first + LONGEST_MS);
        if (key.equals(RELEASE)) {
            show();
        }
    }

    /**
     * Moves when what is shown has changed, and only then. Shows what is due before, and waits while another thread does, so that who
     * has the same one before and after has read one state of the registry.
     */
    long generation() {
        if (due != NOTHING && now.getAsLong() >= due) {
            show();
        }
        long current = generation;
        return current % 2 == 0 ? current : settled();
    }

    private synchronized long settled() {
        return generation;
    }

    private synchronized void show() {
        KeyValueStore<Bytes, byte[]> store = shown;
        if (store == null || heldBack.isEmpty()) {
            return;
        }
        generation = generation + 1;
        heldBack.forEach(store::put);
        heldBack.clear();
        due = NOTHING;
        generation = generation + 1;
    }
}
