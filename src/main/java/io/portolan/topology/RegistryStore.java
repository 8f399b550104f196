package io.portolan.topology;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Where the GlobalKTable of the registry is kept: in memory, with a generation that moves with every change, so that
 * labels made from it are known to be stale without being looked at.
 */
public final class RegistryStore implements KeyValueBytesStoreSupplier {
    private final String name;
    private final AtomicLong generation = new AtomicLong();

    public RegistryStore(String name) {
        this.name = name;
    }

    /** Moves with every change, restore included, and only then. */
    public long generation() {
        return generation.get();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new CountedStore(Stores.inMemoryKeyValueStore(name).get(), generation::incrementAndGet);
    }

    @Override
    public String metricsScope() {
        return "in-memory";
    }
}
