package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class RegistryStoreTest {
    private final RegistryStore registry = new RegistryStore("port-registry");
    private final KeyValueStore<Bytes, byte[]> store = registry.get();

    RegistryStoreTest() {
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @Test
    void aStoreThatIsOpenedCountsAsChangedForItMayHaveBeenRestored() {
        long before = registry.generation();
        KeyValueStore<Bytes, byte[]> restarted = registry.get();
        MockProcessorContext<Object, Object> context = new MockProcessorContext<>();

        restarted.init(context.getStateStoreContext(), restarted);

        assertThat(registry.generation()).isGreaterThan(before);
    }

    @Test
    void everyChangeMovesTheGeneration() {
        assertMoves(() -> store.put(key("tcp/1274"), value("a")));
        assertMoves(() -> store.put(key("tcp/1274"), value("b")));
        assertMoves(() -> store.putAll(List.of(KeyValue.pair(key("tcp/80"), value("c")))));
        assertMoves(() -> store.putIfAbsent(key("tcp/443"), value("d")));
        assertMoves(() -> store.delete(key("tcp/80")));
        assertMoves(() -> store.put(key("tcp/443"), null));
        assertThat(store.get(key("tcp/1274"))).isEqualTo(value("b"));
        assertThat(store.get(key("tcp/80"))).isNull();
        assertThat(store.get(key("tcp/443"))).isNull();
    }

    @Test
    void aChangeIsThereWhenTheGenerationMoves() {
        CountedStore[] watched = new CountedStore[1];
        byte[][] seen = new byte[1][];
        watched[0] = new CountedStore(store, () -> seen[0] = watched[0].get(key("tcp/1274")));

        watched[0].put(key("tcp/1274"), value("a"));

        assertThat(seen[0]).isEqualTo(value("a"));
    }

    @Test
    void readingMovesNothing() {
        store.put(key("tcp/1274"), value("a"));
        long before = registry.generation();

        assertThat(store.get(key("tcp/1274"))).isEqualTo(value("a"));
        store.all().close();
        store.reverseAll().close();
        store.range(key("tcp/0"), key("tcp/9")).close();
        store.reverseRange(key("tcp/0"), key("tcp/9")).close();
        store.prefixScan("tcp", new StringSerializer()).close();
        assertThat(store.approximateNumEntries()).isEqualTo(1);
        assertThat(registry.generation()).isEqualTo(before);
    }

    @Test
    void theStoreIsInMemoryUnderItsName() {
        assertThat(store.name()).isEqualTo("port-registry");
        assertThat(store.persistent()).isFalse();
        assertThat(store.isOpen()).isTrue();
        store.close();
        assertThat(store.isOpen()).isFalse();
    }

    private void assertMoves(Runnable change) {
        long before = registry.generation();
        change.run();
        assertThat(registry.generation()).isGreaterThan(before);
    }

    private static Bytes key(String text) {
        return Bytes.wrap(Serdes.String().serializer().serialize("", text));
    }

    private static byte[] value(String text) {
        return Serdes.String().serializer().serialize("", text);
    }
}
