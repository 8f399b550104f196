package io.portolan.app.query;

import java.util.Set;

/** The instances of a job, and the tasks whose state they keep, as one of them knows it now. */
public interface Members {
    /** This instance, host:port. */
    String self();

    /** The other instances that can be asked, host:port each. */
    Set<String> others();

    /**
     * Tasks that run here and keep state.
     *
     * @throws StateAwayException if tasks are on their way to or from this instance
     */
    Set<String> running();

    /**
     * Tasks that keep state on any instance; a full answer is one from all of them.
     *
     * @throws StateAwayException if it cannot be told
     */
    Set<String> all();
}
