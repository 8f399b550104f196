package io.portolan.topology;

import io.portolan.flow.UnreadableFlowException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Why a record, or a flow of it, became a dead letter, in as few words as a count can be split by. */
public enum LetterCause {
    /** It is not what its format says; a field is missing or out of its range. */
    UNREADABLE,
    /** What was made of it is larger than the topic takes. */
    TOO_LARGE,
    /** Neither: the job failed at it. */
    FAILED;

    static LetterCause of(Class<? extends Exception> failure) {
        if (SerializationException.class.isAssignableFrom(failure)
                || UnreadableFlowException.class.isAssignableFrom(failure)) {
            return UNREADABLE;
        }
        return RecordTooLargeException.class.isAssignableFrom(failure) ? TOO_LARGE : FAILED;
    }
}
