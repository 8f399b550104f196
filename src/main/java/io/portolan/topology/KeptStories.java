package io.portolan.topology;

import io.portolan.alert.story.StoryStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps stories in one store of Kafka Streams: states under {@code s} and their key, and what is to be looked at when
 * under {@code w}, the time in eight bytes and the key, so that the first of these is the next; {@code c} alone is how far event time
 * has come.
 */
final class KeptStories implements StoryStore {
    private static final Bytes CLOCK = Bytes.wrap(new byte[] {'c'});
    private static final byte STATE = 's';
    private static final byte WAKE = 'w';
    private static final byte[] NOTHING = {};
    private static final int TIME_BYTES = 1 + Long.BYTES;

    private final KeyValueStore<Bytes, byte[]> store;
    /** No wake is before this: what was taken out leaves marks in the store that a reader from the start has to pass each time. */
    private Bytes first = wakeKey(0, "");

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
        Bytes at = wakeKey(time, key);
        store.put(at, NOTHING);
        first = at.compareTo(first) < 0 ? at : first;
    }

    @Override
    public Optional<String> nextDue(long time) {
        Bytes end = wakeKey(time + 1, "");
        if (first.compareTo(end) >= 0) {
            return Optional.empty();
        }
        try (KeyValueIterator<Bytes, byte[]> due = store.range(first, end)) {
            first = due.hasNext() ? due.next().key : end;
        }
        return first.equals(end) ? Optional.empty() : Optional.of(take(first.get()));
    }

    private String take(byte[] wake) {
        store.delete(Bytes.wrap(wake));
        return new String(wake, TIME_BYTES, wake.length - TIME_BYTES, StandardCharsets.UTF_8);
    }

    @Override
    public void clock(long time) {
        store.put(CLOCK, ByteBuffer.allocate(Long.BYTES).putLong(time).array());
    }

    @Override
    public OptionalLong clock() {
        byte[] time = store.get(CLOCK);
        return time == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(time).getLong());
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
