package io.portolan.flow.json;

import io.portolan.flow.UnreadableFlowException;

/** Takes the fields of one object as they come. */
public interface FieldSink {
    /** A string, a fraction, a truth value, or a list of such joined by commas. */
    void text(String name, String value) throws UnreadableFlowException;

    /** An integer. */
    void number(String name, long value) throws UnreadableFlowException;
}
