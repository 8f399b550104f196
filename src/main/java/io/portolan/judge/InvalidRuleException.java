package io.portolan.judge;

/** A rule file that cannot be used. The message names the file, the line where it is known, and the cause. */
public final class InvalidRuleException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidRuleException(String message) {
        super(message);
    }
}
