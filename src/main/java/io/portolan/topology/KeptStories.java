package io.portolan.topology;

import io.portolan.alert.story.StoryStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps stories in one store of Kafka Streams: states under {@code s} and their key, and what is to be looked at when
 * under {@code w}, the time in eight bytes and the key, so that the first of these is the next.
 */
final class KeptStories implements StoryStore {
    private static final byte STATE = 's';
    private static final byte WAKE = 'w';
    private static final byte[] NOTHING = {};
    private static final int TIME_BYTES = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;

    KeptStories(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public void forEach(Consumer<byte[]> visitor) {
        Bytes end = Bytes.wrap(new byte[] {STATE + 1});
        try (KeyValueIterator<Bytes, byte[]> states = store.range(state(""), end)) {
            states.forEachRemaining(entry -> visitor.accept(entry.value));
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(store.get(state(key)));
    }

    @Override
    public void put(String key, byte[] state) {
        store.put(state(key), state);
    }

    @Override
    public void remove(String key) {
        store.delete(state(key));
    }

    @Override
    public void wake(String key, long time) {
        store.put(wakeKey(time, key), NOTHING);
    }

    @Override
    public Optional<String> nextDue(long time) {
        Optional<Bytes> first = first(time);
        first.ifPresent(store::delete);
        return first.map(Bytes::get)
                .map(bytes -> new String(bytes, TIME_BYTES, bytes.length - TIME_BYTES, StandardCharsets.UTF_8));
    }

    private Optional<Bytes> first(long time) {
        try (KeyValueIterator<Bytes, byte[]> due = store.range(wakeKey(0, ""), wakeKey(time + 1, ""))) {
            return due.hasNext() ? Optional.of(due.next().key) : Optional.empty();
        }
    }

    private static Bytes state(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(1 + text.length).put(STATE).put(text).array());
    }

    /** Times are those of flows, after 1990, so that their order is that of their bytes. */
    private static Bytes wakeKey(long time, String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(TIME_BYTES + text.length)
                .put(WAKE)
                .putLong(time)
                .put(text)
                .array());
    }
}
