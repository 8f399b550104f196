package io.portolan.wire.server;

import io.portolan.wire.CompatibilityLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The global compatibility level and those of subjects. Guarded by its owner. */
final class CompatibilityLevels {
    private static final CompatibilityLevel DEFAULT = CompatibilityLevel.BACKWARD;

    private CompatibilityLevel global = DEFAULT;
    private final Map<String, CompatibilityLevel> ofSubjects = new HashMap<>();

    CompatibilityLevel global() {
        return global;
    }

    Optional<CompatibilityLevel> of(String subject) {
        return Optional.ofNullable(ofSubjects.get(subject));
    }

    CompatibilityLevel inScope(String subject) {
        return of(subject).orElse(global);
    }

    void setGlobal(CompatibilityLevel level) {
        global = level;
    }

    void set(String subject, CompatibilityLevel level) {
        ofSubjects.put(subject, level);
    }

    /** Back to the default; returns what it was. */
    CompatibilityLevel resetGlobal() {
        CompatibilityLevel old = global;
        global = DEFAULT;
        return old;
    }

    Optional<CompatibilityLevel> remove(String subject) {
        return Optional.ofNullable(ofSubjects.remove(subject));
    }
}
