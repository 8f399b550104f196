package io.portolan.topology;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads what an {@link AgedStore} holds, also from outside its task. */
public final class AgedValues {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public AgedValues(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(store.get(AgedLayout.valueKey(key))).map(AgedLayout::valueOf);
    }

    /** Hands over the values from one key on to another one, which is left out; those of a partition in their order. */
    public void range(String from, String to, Consumer<byte[]> each) {
        Bytes end = AgedLayout.valueKey(to);
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(AgedLayout.valueKey(from), end)) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (!entry.key.equals(end)) {
                    each.accept(AgedLayout.valueOf(entry.value));
                }
            }
        }
    }

    /** Whether there is a value under this key or one behind it. */
    public boolean isAnyFrom(String key) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(AgedLayout.valueKey(key), AgedLayout.END)) {
            return entries.hasNext();
        }
    }

    /**
     * Hands over the values that were put last between two hours since the epoch.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public void putBetween(int from, int to, Consumer<byte[]> each) {
        try (KeyValueIterator<Bytes, byte[]> index =
                store.range(AgedLayout.hourKey(from, ""), AgedLayout.hourKey(to, ""))) {
            while (index.hasNext()) {
                Bytes hourKey = index.next().key;
                byte[] entry = store.get(AgedLayout.valueKey(AgedLayout.keyOf(hourKey)));
                // Of a value that was put again since, only the last hour counts.
                if (entry != null && AgedLayout.hourOf(entry) == AgedLayout.hourOf(hourKey)) {
                    each.accept(AgedLayout.valueOf(entry));
                }
            }
        }
    }
}
