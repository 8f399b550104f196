package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class AgedStoreTest {
    private static final long MORNING = Duration.ofDays(20_000).plusHours(6).toMillis();
    private static final long NOON = MORNING + Duration.ofHours(6).toMillis();
    private static final long EVENING = NOON + Duration.ofHours(6).toMillis();
    private static final byte[] VALUE = {7};

    private final AgedStore store = open();

    @Test
    void whatWasPutLastBeforeTheHourIsForgotten() {
        store.put("old", VALUE, MORNING);
        store.put("renewed", VALUE, MORNING);
        store.put("renewed", VALUE, NOON);
        store.put("new", VALUE, NOON);

        assertThat(store.expire(NOON)).containsExactly("old");

        assertThat(store.get("old")).isEmpty();
        assertThat(store.get("renewed")).contains(VALUE);
        assertThat(store.get("new")).contains(VALUE);
        assertThat(store.expire(NOON)).isEmpty();
    }

    @Test
    void ofVeryMuchSoManyAreForgottenInOneGoAndTheOldestFirst() {
        List<String> first = keys("morning", AgedStore.MOST_AT_ONCE);
        List<String> later = keys("noon", 10);
        later.forEach(key -> store.put(key, VALUE, NOON));
        first.forEach(key -> store.put(key, VALUE, MORNING));

        assertThat(store.expire(EVENING)).containsExactlyInAnyOrderElementsOf(first);
        assertThat(store.expire(EVENING)).containsExactlyInAnyOrderElementsOf(later);
        assertThat(store.expire(EVENING)).isEmpty();
    }

    private static List<String> keys(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static AgedStore open() {
        KeyValueStore<Bytes, byte[]> bytes =
                Stores.inMemoryKeyValueStore("aged").get();
        bytes.init(new MockProcessorContext<>().getStateStoreContext(), bytes);
        return new AgedStore(bytes);
    }
}
