package io.portolan.app.command;

/** A command cannot do what it was asked. The message names the cause and the way out in one line. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
