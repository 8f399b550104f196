package io.portolan.alert.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Keeps stories in memory. */
final class LocalStoryStore implements StoryStore {
    private record Wake(long time, String key) {}

    private final Map<String, byte[]> states = new HashMap<>();
    private final TreeSet<Wake> wakes =
            new TreeSet<>(Comparator.comparingLong(Wake::time).thenComparing(Wake::key));
    private OptionalLong clock = OptionalLong.empty();

    @Override
    public void forEach(Consumer<byte[]> visitor) {
        states.values().forEach(visitor);
    }

    @Override
    public Optional<byte[]> get(String key) {
        return Optional.ofNullable(states.get(key));
    }

    @Override
    public void put(String key, byte[] state) {
        states.put(key, state);
    }

    @Override
    public void remove(String key) {
        states.remove(key);
    }

    @Override
    public void wake(String key, long time) {
        wakes.add(new Wake(time, key));
    }

    @Override
    public Optional<String> nextDue(long time) {
        if (wakes.isEmpty() || wakes.first().time() > time) {
            return Optional.empty();
        }
        return Optional.ofNullable(wakes.pollFirst()).map(Wake::key);
    }

    @Override
    public void clock(long time) {
        clock = OptionalLong.of(time);
    }

    @Override
    public OptionalLong clock() {
        return clock;
    }

    /** How much is kept. */
    long bytes() {
        return states.values().stream().mapToLong(state -> state.length).sum();
    }
}
