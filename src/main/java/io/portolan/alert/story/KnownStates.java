package io.portolan.alert.story;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The states that were kept last, as they are, and written to the store before a commit: a server may have thousands of flows
 * between two, and to read and write a state takes longer than all the rest. Whoever fetches one gets a copy, so that a
 * flow that fails leaves nothing of itself. Not for several threads.
 */
final class KnownStates {
    /** A state takes some kilobytes, most of it conversations. */
    static final int KNOWN = 1_024;

    private final StoryStore store;
    private final Map<String, StoryState> known = new LinkedHashMap<>(KNOWN, 0.75f, true);
    private final Set<String> changed = new LinkedHashSet<>();

    KnownStates(StoryStore store) {
        this.store = store;
    }

    /** A copy of the state, a new one if there is none. */
    StoryState fetch(String key) {
        StoryState state = known.get(key);
        if (state != null) {
            return state.copy();
        }
        return store.get(key).map(StoryState::read).orElseGet(StoryState::new);
    }

    /** Keeps a state, which is the store's from now on. */
    void put(String key, StoryState state) {
        known.put(key, state);
        changed.add(key);
        if (changed.size() >= KNOWN) {
            write();
        }
    }

    void remove(String key) {
        known.remove(key);
        changed.remove(key);
        store.remove(key);
    }

    /** Writes what has changed, and forgets what was not asked for lately. */
    void write() {
        for (String key : changed) {
            store.put(key, known.get(key).write());
        }
        changed.clear();
        Iterator<StoryState> eldest = known.values().iterator();
        for (int more = known.size() - KNOWN; more > 0; more--) {
            eldest.next();
            eldest.remove();
        }
    }
}
