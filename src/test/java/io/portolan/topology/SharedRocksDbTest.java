package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class SharedRocksDbTest {
    private static final int MIB = 1 << 20;
    private static final int VALUES = 4_096;
    private static final int VALUE = 1_024;

    @TempDir
    private Path folder;

    @Test
    void allStoresOfAnInstanceReadThroughOneMemory() throws RocksDBException {
        // given: two stores of 4 MiB each, and a memory of 2 MiB
        try (StoreMemory memory = new StoreMemory(2 * MIB);
                Options settings = settings(memory);
                RocksDB one = filled(settings, "one");
                RocksDB other = filled(settings, "other")) {
            // when: all of both is read
            readAll(one);
            long ofOne = memory.cache().getUsage();
            readAll(other);

            // then: the second has taken the place of the first
            assertThat(ofOne).isBetween((long) MIB, 2L * MIB);
            assertThat(memory.cache().getUsage()).isBetween((long) MIB, 2L * MIB);
        }
    }

    @Test
    void aStoreThatIsClosedLeavesTheMemoryToTheOthers() throws RocksDBException {
        // given
        try (StoreMemory memory = new StoreMemory(2 * MIB);
                Options settings = settings(memory);
                RocksDB goesOn = filled(settings, "goes-on")) {
            // when
            filled(settings, "closed").close();
            new SharedRocksDb().close("closed", settings);

            // then
            readAll(goesOn);
            assertThat(memory.cache().getUsage()).isGreaterThan(MIB);
        }
    }

    @Test
    void settingsWithoutTheMemoryAreRefused() {
        try (Options options = new Options().setTableFormatConfig(new BlockBasedTableConfig())) {
            assertThatThrownBy(() -> new SharedRocksDb().setConfig("stories", options, Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("portolan.store.memory");
        }
    }

    /** As Kafka Streams makes them: with a table's configuration for the setter to change. */
    private static Options settings(StoreMemory memory) {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new SharedRocksDb().setConfig("any", options, Map.of(StoreMemory.CONFIG, memory));
        return options;
    }

    private RocksDB filled(Options settings, String name) throws RocksDBException {
        RocksDB store = RocksDB.open(settings, folder.resolve(name).toString());
        Random random = new Random(1_274);
        byte[] value = new byte[VALUE];
        for (int i = 0; i < VALUES; i++) {
            random.nextBytes(value);
            store.put(key(i), value);
        }
        try (FlushOptions wait = new FlushOptions()) {
            store.flush(wait);
        }
        return store;
    }

    private static void readAll(RocksDB store) throws RocksDBException {
        for (int i = 0; i < VALUES; i++) {
            assertThat(store.get(key(i))).hasSize(VALUE);
        }
    }

    private static byte[] key(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
