package io.portolan.topology;

import io.portolan.wire.NotARegistryException;
import io.portolan.wire.RegistryFault;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.StreamsException;

/** Tells faults of a record from those around it, and of these the ones that pass by themselves. */
public final class Faults {
    private Faults() {}

    /**
     * Whether the record is to blame, and neither a cluster nor a registry that is away or refuses, nor Kafka Streams
     * itself: after a record that its topic did not take, a transaction fails at whichever one is written next.
     */
    static boolean isOfTheRecord(Throwable fault) {
        return !RegistryFault.isBehind(fault) && !(fault instanceof StreamsException);
    }

    /**
     * Whether something outside was away or too slow, so that trying again later may help. What answers in the place of the
     * registry counts as well: the registry has answered when the job began, so the address is right.
     */
    public static boolean isPassing(Throwable fault) {
        if (!RegistryFault.isBehind(fault) || isTooLarge(fault) || isRefusal(fault)) {
            return false;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidConfigurationException && !(cause instanceof NotARegistryException)) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody refuses a login or a right. */
    public static boolean isRefusal(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a topic of the cluster does not take a record that topics.yaml says it takes. */
    public static boolean isTooLarge(Throwable fault) {
        return root(fault) instanceof RecordTooLargeException;
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
