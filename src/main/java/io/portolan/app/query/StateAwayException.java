package io.portolan.app.query;

/** The state cannot be asked just now: the job starts, stops, or its tasks move between instances. */
public final class StateAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StateAwayException(String message) {
        super(message);
    }

    public StateAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
