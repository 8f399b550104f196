package io.portolan.alert.document;

import io.portolan.schema.Action;
import io.portolan.schema.EnrichedFlow;
import io.portolan.schema.Verdict;

/** Whether a conversation came about, as both schemas ask. */
public enum Outcome {
    SUCCESS,
    FAILURE,
    UNKNOWN;

    /** That of an alert: a session was answered, a probe was not. */
    public static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case SESSION -> SUCCESS;
            case PROBE -> FAILURE;
            case NONE, COINCIDENCE, UNCERTAIN, ALLOWED -> UNKNOWN;
        };
    }

    /** That of a flow, as its sensor states it; what is not stated is not guessed from counters. */
    public static Outcome of(EnrichedFlow flow) {
        if (flow.getAction() == Action.REJECT) {
            return FAILURE;
        }
        return switch (flow.getState()) {
            case ATTEMPT, REJECTED -> FAILURE;
            case ESTABLISHED, CLOSED, RESET -> SUCCESS;
            case UNKNOWN, PARTIAL -> UNKNOWN;
        };
    }
}
