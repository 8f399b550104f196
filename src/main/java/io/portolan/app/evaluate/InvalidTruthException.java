package io.portolan.app.evaluate;

import java.io.IOException;

/** A truth file that cannot be used for the log. The message names the file and line, or the place in the log. */
public final class InvalidTruthException extends IOException {
    private static final long serialVersionUID = 1L;

    InvalidTruthException(String message) {
        super(message);
    }
}
