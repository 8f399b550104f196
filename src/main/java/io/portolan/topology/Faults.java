package io.portolan.topology;

import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells faults that pass by themselves from those of a record. */
public final class Faults {
    private Faults() {}

    /** Whether something outside was away or too slow: trying again later may help, and the record is not to blame. */
    public static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** The innermost cause. */
    public static Throwable root(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
