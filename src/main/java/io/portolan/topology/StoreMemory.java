package io.portolan.topology;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;

/**
 * What all stores of an instance that are on disk read through, index and filters included: one memory of a fixed size, however many
 * stores and partitions there are.
 */
public final class StoreMemory implements AutoCloseable {
    /** Key under which {@link SharedRocksDb} finds it in the configuration of Kafka Streams. */
    public static final String CONFIG = "portolan.store.memory";

    /** 64 MiB. */
    public static final long DEFAULT_BYTES = 64L << 20;

    private final Cache cache;

    /**
     * A memory of its own.
     *
     * @param bytes its size
     */
    public StoreMemory(long bytes) {
        RocksDB.loadLibrary();
        this.cache = new LRUCache(bytes);
    }

    /**
     * The one in a configuration of Kafka Streams.
     *
     * @throws ConfigException if there is none
     */
    static StoreMemory in(Map<String, ?> configs) {
        if (configs.get(CONFIG) instanceof StoreMemory memory) {
            return memory;
        }
        throw new ConfigException(CONFIG, configs.get(CONFIG), "is not the memory of this instance's stores");
    }

    Cache cache() {
        return cache;
    }

    /** To be called when the stores are closed; what is not closed by then goes on with it until it is. */
    @Override
    public void close() {
        cache.close();
    }
}
