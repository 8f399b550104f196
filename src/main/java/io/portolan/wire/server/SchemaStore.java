package io.portolan.wire.server;

import io.portolan.wire.CompatibilityLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;

/** All versions of all subjects, in the order of their registration, and the compatibility levels. */
final class SchemaStore {
    private final List<StoredVersion> versions = new ArrayList<>();
    private final CompatibilityLevels levels = new CompatibilityLevels();
    private int lastId;

    /** Registers the schema unless the subject has it, and returns its id. */
    synchronized int register(String subject, Schema schema) {
        String text = schema.toString();
        Optional<StoredVersion> same = find(subject, text, Deleted.EXCLUDED);
        if (same.isPresent()) {
            return same.get().id();
        }
        List<String> violations =
                Compatibility.violations(levels.inScope(subject), schema, select(subject, Deleted.EXCLUDED));
        if (!violations.isEmpty()) {
            throw ApiError.incompatible(subject, violations.toString());
        }
        StoredVersion added = new StoredVersion(subject, nextVersion(subject), idOf(text), schema, text, false);
        versions.add(added);
        return added.id();
    }

    private int nextVersion(String subject) {
        return select(subject, Deleted.INCLUDED).stream()
                        .mapToInt(StoredVersion::version)
                        .max()
                        .orElse(0)
                + 1;
    }

    private int idOf(String text) {
        return versions.stream()
                .filter(version -> version.text().equals(text))
                .findFirst()
                .map(StoredVersion::id)
                .orElseGet(() -> ++lastId);
    }

    synchronized List<String> subjects(Deleted deleted) {
        return versions.stream()
                .filter(deleted::counts)
                .map(StoredVersion::subject)
                .distinct()
                .sorted()
                .toList();
    }

    /** The versions of a subject, oldest first; a subject without any is not found. */
    synchronized List<StoredVersion> versions(String subject, Deleted deleted) {
        List<StoredVersion> found = select(subject, deleted);
        if (found.isEmpty()) {
            throw ApiError.subjectNotFound(subject);
        }
        return found;
    }

    synchronized StoredVersion lookUp(String subject, Schema schema, Deleted deleted) {
        versions(subject, deleted);
        return find(subject, schema.toString(), deleted).orElseThrow(ApiError::schemaNotFound);
    }

    synchronized StoredVersion version(String subject, VersionNumber number, Deleted deleted) {
        return find(versions(subject, deleted), number).orElseThrow(() -> ApiError.versionNotFound(number.number()));
    }

    /** The versions that have this id, at least one. */
    synchronized List<StoredVersion> versionsOf(int id, Deleted deleted) {
        List<StoredVersion> found = versions.stream()
                .filter(version -> version.id() == id && deleted.counts(version))
                .toList();
        if (found.isEmpty()) {
            throw ApiError.schemaNotFound(id);
        }
        return found;
    }

    /** Deletes all versions, softly at first; the subject's own compatibility level goes with them. */
    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        List<StoredVersion> all = versions(subject, Deleted.INCLUDED);
        List<StoredVersion> alive = select(subject, Deleted.EXCLUDED);
        if (permanent && !alive.isEmpty()) {
            throw ApiError.subjectNotSoftDeleted(subject);
        }
        if (!permanent && alive.isEmpty()) {
            throw ApiError.subjectSoftDeleted(subject);
        }
        List<StoredVersion> gone = permanent ? all : alive;
        gone.forEach(version -> delete(version, permanent));
        levels.remove(subject);
        return gone.stream().map(StoredVersion::version).toList();
    }

    /** Deletes one version, softly at first, and returns its number. */
    synchronized int deleteVersion(String subject, VersionNumber number, boolean permanent) {
        List<StoredVersion> all = versions(subject, Deleted.INCLUDED);
        List<StoredVersion> candidates = number.isLatest() && !permanent ? select(subject, Deleted.EXCLUDED) : all;
        StoredVersion version = find(candidates, number).orElseThrow(() -> ApiError.versionNotFound(number.number()));
        if (permanent && !version.deleted()) {
            throw ApiError.versionNotSoftDeleted(subject, version.version());
        }
        if (!permanent && version.deleted()) {
            throw ApiError.versionSoftDeleted(subject, version.version());
        }
        delete(version, permanent);
        return version.version();
    }

    private void delete(StoredVersion version, boolean permanent) {
        if (permanent) {
            versions.remove(version);
        } else {
            versions.replaceAll(each -> each.equals(version) ? version.softlyDeleted() : each);
        }
    }

    /** Why the subject's level forbids the schema after the version, or after all if there is none given. */
    synchronized List<String> violations(String subject, Schema schema, Optional<VersionNumber> number) {
        List<StoredVersion> alive = select(subject, Deleted.EXCLUDED);
        CompatibilityLevel level = levels.inScope(subject);
        if (number.isEmpty()) {
            return Compatibility.violations(level, schema, alive);
        }
        Optional<StoredVersion> version = find(alive, number.get());
        if (version.isEmpty() && !number.get().isLatest()) {
            throw alive.isEmpty()
                    ? ApiError.subjectNotFound(subject)
                    : ApiError.versionNotFound(number.get().number());
        }
        return Compatibility.violations(level, schema, version.stream().toList());
    }

    /** Reads or changes the compatibility levels. */
    synchronized <T> T levels(Function<CompatibilityLevels, T> action) {
        return action.apply(levels);
    }

    private List<StoredVersion> select(String subject, Deleted deleted) {
        return versions.stream()
                .filter(version -> version.subject().equals(subject) && deleted.counts(version))
                .toList();
    }

    /** The latest version that bears the text. */
    private Optional<StoredVersion> find(String subject, String text, Deleted deleted) {
        return select(subject, deleted).stream()
                .filter(version -> version.text().equals(text))
                .max(Comparator.comparingInt(StoredVersion::version));
    }

    private static Optional<StoredVersion> find(List<StoredVersion> versions, VersionNumber number) {
        return versions.stream()
                .filter(version -> number.isLatest() || version.version() == number.number())
                .max(Comparator.comparingInt(StoredVersion::version));
    }
}
