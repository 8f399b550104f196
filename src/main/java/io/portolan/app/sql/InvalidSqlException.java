package io.portolan.app.sql;

/** A statement cannot be run; the message says why, and where in it. */
public final class InvalidSqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSqlException(String message) {
        super(message);
    }
}
