package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class RegistryStoreTest {
    private long now = 1_000_000;
    private final RegistryStore registry = new RegistryStore("port-registry", () -> now);
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
    void everyChangeMovesTheGenerationWhenItIsShown() {
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
    void aLoadIsShownWholeWhenItsReleaseComes() {
        long before = registry.generation();

        store.put(key("tcp/1274"), value("a"));
        store.put(key("udp/1274"), value("b"));

        assertThat(registry.generation()).isEqualTo(before);
        assertThat(store.get(key("tcp/1274"))).isNull();
        assertThat(store.get(key("udp/1274"))).isNull();

        store.put(key("registry"), value("release"));

        assertThat(registry.generation()).isGreaterThan(before);
        assertThat(store.get(key("tcp/1274"))).isEqualTo(value("a"));
        assertThat(store.get(key("udp/1274"))).isEqualTo(value("b"));
        assertThat(store.get(key("registry"))).isEqualTo(value("release"));
    }

    @Test
    void anEntryWithoutAReleaseIsShownWhenNoneHasComeForASecond() {
        long before = registry.generation();
        store.put(key("tcp/1274"), value("a"));
        now += 999;
        store.put(key("udp/1274"), value("b"));
        now += 999;

        assertThat(registry.generation()).isEqualTo(before);

        now += 1;

        assertThat(registry.generation()).isGreaterThan(before);
        assertThat(store.get(key("tcp/1274"))).isEqualTo(value("a"));
        assertThat(store.get(key("udp/1274"))).isEqualTo(value("b"));
    }

    @Test
    void entriesThatComeWithoutAnEndAreShownAfterHalfAMinute() {
        long before = registry.generation();
        for (int i = 0; i < 60; i++) {
            assertThat(registry.generation()).isEqualTo(before);
            store.put(key("tcp/" + i), value("a"));
            now += 500;
        }

        assertThat(registry.generation()).isGreaterThan(before);
        assertThat(store.get(key("tcp/59"))).isEqualTo(value("a"));
    }

    @Test
    void whoReadsWhileALoadIsShownHasAnotherGenerationAfterwards() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        CompletableFuture<Void> loads = CompletableFuture.runAsync(() -> {
            for (int i = 0; on.get(); i++) {
                store.put(key("tcp/1"), value("load " + i));
                store.put(key("tcp/2"), value("load " + i));
                store.put(key("registry"), value("load " + i));
            }
        });

        for (int whole = 0; whole < 20_000; ) {
            long before = registry.generation();
            byte[] one = store.get(key("tcp/1"));
            byte[] other = store.get(key("tcp/2"));
            if (registry.generation() == before) {
                assertThat(one).isEqualTo(other);
                whole++;
            }
        }
        on.set(false);
        loads.get(10, TimeUnit.SECONDS);
    }

    @Test
    void readingMovesNothing() {
        store.put(key("tcp/1274"), value("a"));
        now += 1_000;
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
        now += 1_000;
        assertThat(registry.generation()).isGreaterThan(before);
    }

    private static Bytes key(String text) {
        return Bytes.wrap(Serdes.String().serializer().serialize("", text));
    }

    private static byte[] value(String text) {
        return Serdes.String().serializer().serialize("", text);
    }
}
