package io.portolan.topology;

import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Where the GlobalKTable of the registry is kept: in memory, load by load, with a generation that moves with every
 * change of what is shown, so that labels made from it are known to be stale without being looked at.
 */
public final class RegistryStore implements KeyValueBytesStoreSupplier {
    private final String name;
    private final RegistryChanges changes;

    /** @param now the time of day, milliseconds since the epoch */
    public RegistryStore(String name, LongSupplier now) {
        this.name = name;
        this.changes = new RegistryChanges(now);
    }

    /** Moves with every change of what is shown, restore included, and only then. */
    public long generation() {
        return changes.generation();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new HeldBackStore(Stores.inMemoryKeyValueStore(name).get(), changes);
    }

    @Override
    public String metricsScope() {
        return "in-memory";
    }
}
