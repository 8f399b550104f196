package io.portolan.topology;

import io.portolan.wire.NotARegistryException;
import io.portolan.wire.RegistryFault;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionAbortableException;
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
     * registry counts as well: the registry has answered when the job began, so the address is right. So does a transaction that
     * the brokers know nothing of any more, as the next thread begins one of its own from what was committed.
     */
    public static boolean isPassing(Throwable fault) {
        if (isTooLarge(fault) || isRefusal(fault)) {
            return false;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidConfigurationException && !(cause instanceof NotARegistryException)) {
                return false;
            }
        }
        return RegistryFault.isBehind(fault) || isOfATransaction(fault);
    }

    /** The brokers' place in a transaction, or in what a producer sends, and that of the thread differ: after a broker was lost. */
    private static boolean isOfATransaction(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApplicationRecoverableException
                    || cause instanceof InvalidTxnStateException
                    || cause instanceof OutOfOrderSequenceException
                    || cause instanceof TransactionAbortableException) {
                return true;
            }
        }
        return false;
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
