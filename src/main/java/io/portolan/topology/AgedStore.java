package io.portolan.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Values under keys, of which those are forgotten that were not put for long: by the time of day and not by that of flows,
 * for logs of last year that are replayed today are wanted today.
 */
final class AgedStore {
    /** So many are forgotten in one go, however many there are: what a task does between two commits must not take long. */
    static final int MOST_AT_ONCE = 10_000;
    /** How often is looked for what is to be forgotten. */
    static final Duration LOOK = Duration.ofMinutes(1);

    private static final int KNOWN = 8_192;
    private static final int NEVER = -1;

    private final KeyValueStore<Bytes, byte[]> store;
    private final AgedValues values;
    /** In which hour a key was put last, so that a key that is put often is not read from disk each time. */
    private final Map<String, Integer> hours = new Recent<>(KNOWN);

    AgedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.values = new AgedValues(store);
    }

    /** A store on disk, with a changelog. */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    Optional<byte[]> get(String key) {
        return values.get(key);
    }

    /**
     * Puts a value.
     *
     * @param now time of day, milliseconds since the epoch
     */
    void put(String key, byte[] value, long now) {
        int hour = AgedLayout.hour(now);
        if (hours.computeIfAbsent(key, this::hourOf) != hour) {
            store.put(AgedLayout.hourKey(hour, key), AgedLayout.NOTHING);
            hours.put(key, hour);
        }
        store.put(AgedLayout.valueKey(key), AgedLayout.entry(hour, value));
    }

    private int hourOf(String key) {
        byte[] entry = store.get(AgedLayout.valueKey(key));
        return entry == null ? NEVER : AgedLayout.hourOf(entry);
    }

    /** Forgets what was put last before the given time of day, or the oldest of it if that is very much, and returns its keys. */
    List<String> expire(long before) {
        List<String> expired = new ArrayList<>();
        for (Bytes index : indexBefore(AgedLayout.hour(before))) {
            String key = AgedLayout.keyOf(index);
            byte[] entry = store.get(AgedLayout.valueKey(key));
            if (entry != null && AgedLayout.hourOf(entry) == AgedLayout.hourOf(index)) {
                store.delete(AgedLayout.valueKey(key));
                hours.remove(key);
                expired.add(key);
            }
            store.delete(index);
        }
        return expired;
    }

    private List<Bytes> indexBefore(int hour) {
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> index =
                store.range(AgedLayout.hourKey(0, ""), AgedLayout.hourKey(hour, ""))) {
            for (KeyValue<Bytes, byte[]> entry; index.hasNext() && found.size() < MOST_AT_ONCE; ) {
                entry = index.next();
                found.add(entry.key);
            }
        }
        return found;
    }
}
