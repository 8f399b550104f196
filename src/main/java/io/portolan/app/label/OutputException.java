package io.portolan.app.label;

import java.io.IOException;
import java.util.Locale;

/** Standard output takes no more. */
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean brokenPipe;

    OutputException(String cause) {
        super("standard output cannot be written: " + cause);
        brokenPipe = cause.toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Whether whoever read the output has seen enough, as {@code head} has. */
    public boolean isBrokenPipe() {
        return brokenPipe;
    }
}
