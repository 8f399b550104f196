package io.portolan.flow;

import java.util.regex.Pattern;

/** A record that cannot be read as a flow. The message names the cause: the field, its value and what would be right. */
public final class UnreadableFlowException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    /** Controls, invisible formatting such as bidirectional overrides, and line separators. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    public UnreadableFlowException(String cause) {
        // A cause is data, not a fault of the program: its stack says nothing and costs microseconds.
        super(cause, null, false, false);
    }

    /** The cause for one field: {@code src_port is 70000, not within 0-65535}. */
    public static UnreadableFlowException field(String field, Object value, String expectation) {
        return new UnreadableFlowException(field + " is " + shown(value) + ", " + expectation);
    }

    /** A value as it may stand in a message: bounded, and without what could forge a log line or steer a terminal. */
    public static String shown(Object value) {
        String text = UNSAFE.matcher(String.valueOf(value)).replaceAll("?");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
