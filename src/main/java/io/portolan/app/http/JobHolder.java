package io.portolan.app.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** The job that is asked, once there is one: the server answers before. */
final class JobHolder {
    private volatile @Nullable Served served;
    private volatile boolean stopping;

    void set(Served job) {
        served = job;
    }

    void stop() {
        stopping = true;
    }

    /** Whether the instance is about to end. */
    boolean isStopping() {
        return stopping;
    }

    /** The job, if there is one yet. */
    Optional<Served> find() {
        return Optional.ofNullable(served);
    }

    /**
     * The job.
     *
     * @throws ProblemException if there is none yet
     */
    Served get() {
        return find().orElseThrow(() ->
                new ProblemException(HttpStatus.SERVICE_UNAVAILABLE_503, "the job starts; come back in a few seconds"));
    }
}
