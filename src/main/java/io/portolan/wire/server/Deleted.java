package io.portolan.wire.server;

/** Whether softly deleted versions count. */
enum Deleted {
    /** They do not exist. */
    EXCLUDED(true, false),
    /** They count like any other. */
    INCLUDED(true, true),
    /** Only they count. */
    ONLY(false, true);

    private final boolean alive;
    private final boolean deleted;

    Deleted(boolean alive, boolean deleted) {
        this.alive = alive;
        this.deleted = deleted;
    }

    /** What the query parameters {@code deleted} and {@code deletedOnly} ask for. */
    static Deleted in(Call call) {
        if (call.flag("deletedOnly")) {
            return ONLY;
        }
        return call.flag("deleted") ? INCLUDED : EXCLUDED;
    }

    boolean counts(StoredVersion version) {
        return version.deleted() ? deleted : alive;
    }
}
