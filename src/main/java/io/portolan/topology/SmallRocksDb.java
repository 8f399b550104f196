package io.portolan.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Bounds the memory of a store on disk, whatever it holds: two write buffers of 4 MiB and 8 MiB for all that is read,
 * index and filters included. Kafka Streams makes one of these for each store.
 */
public final class SmallRocksDb implements RocksDBConfigSetter {
    private static final long MIB = 1 << 20;
    private static final int WRITE_BUFFERS = 2;

    private final Cache cache = new LRUCache(8 * MIB);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(4 * MIB);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        cache.close();
    }
}
