package io.portolan.topology;

import io.portolan.wire.NotARegistryException;
import io.portolan.wire.RegistryFault;
import io.portolan.wire.RegistryUnavailableException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

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

    /** The innermost cause, or what is said of a registry that is away. */
    public static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (@Nullable Throwable cause = fault; cause != null; cause = behind(cause)) {
            root = cause;
        }
        return root;
    }

    /** What the innermost cause that says something is, and what it says; of a registry that is away, what is said of it. */
    public static String told(Throwable fault) {
        String told = fault.getClass().getSimpleName();
        for (@Nullable Throwable cause = fault; cause != null; cause = behind(cause)) {
            if (cause.getMessage() != null) {
                told = cause.getClass().getSimpleName() + ": " + cause.getMessage();
            }
        }
        return told;
    }

    /** A registry that is away is told of with its address and the way out, which what lies behind knows nothing of. */
    private static @Nullable Throwable behind(Throwable fault) {
        return fault instanceof RegistryUnavailableException ? null : fault.getCause();
    }
}
