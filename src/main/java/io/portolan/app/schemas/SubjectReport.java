package io.portolan.app.schemas;

import io.portolan.wire.CompatibilityLevel;
import io.portolan.wire.RegisteredSchema;
import java.util.List;
import java.util.Optional;

/**
 * A subject that should be there, and what is.
 *
 * @param wanted what should be there
 * @param same the version that equals the file, if there is one
 * @param latest the latest version, if there is any
 * @param level the level that the subject has, its own or the registry's
 * @param ownLevel whether it is the subject's own
 * @param obstacles why the schema cannot be registered; empty if it is, or can be
 */
public record SubjectReport(
        WantedSubject wanted,
        Optional<RegisteredSchema> same,
        Optional<RegisteredSchema> latest,
        CompatibilityLevel level,
        boolean ownLevel,
        List<String> obstacles) {
    public SubjectReport {
        obstacles = List.copyOf(obstacles);
    }

    /** Whether schema and level are as wanted. */
    public boolean isAsWanted() {
        return same.isPresent() && hasWantedLevel();
    }

    /** Whether the subject has the wanted level, and has it itself, whatever the registry's becomes. */
    public boolean hasWantedLevel() {
        return ownLevel && level == WantedSubject.LEVEL;
    }

    /** Whether the registry would refuse the schema, or readers and writers of an earlier one would break. */
    public boolean isIncompatible() {
        return !obstacles.isEmpty();
    }
}
