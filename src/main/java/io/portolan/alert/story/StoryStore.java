package io.portolan.alert.story;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Where stories are kept between flows: states by key, and at what time each has to be looked at again. */
public interface StoryStore {
    /** Shows all states that are kept. */
    void forEach(Consumer<byte[]> visitor);

    /** The state that was put last, if there is one. */
    Optional<byte[]> get(String key);

    void put(String key, byte[] state);

    void remove(String key);

    /** Notes that the state has to be looked at when the given time has come; it may be noted for several times. */
    void wake(String key, long time);

    /** Takes out the key that is to be looked at first, if its time has come; on equal times in the order of the keys. */
    Optional<String> nextDue(long time);

    /** Keeps how far event time has come. */
    void clock(long time);

    /** How far that was; empty if it was never kept. */
    OptionalLong clock();
}
