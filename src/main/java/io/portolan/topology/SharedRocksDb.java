package io.portolan.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/**
 * Has the stores of an instance read through the one {@link StoreMemory} that is in its settings, and bounds what each has beside it:
 * two write buffers of 1 MiB. Kafka Streams makes one of these for each store of each partition.
 */
public final class SharedRocksDb implements RocksDBConfigSetter {
    private static final long MIB = 1 << 20;
    private static final int WRITE_BUFFERS = 2;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(StoreMemory.in(configs).cache());
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(MIB);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
    }

    /** Nothing: the memory is of the instance, and other stores go on with it. */
    @Override
    public void close(String storeName, Options options) {}
}
