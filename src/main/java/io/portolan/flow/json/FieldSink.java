package io.portolan.flow.json;

import io.portolan.flow.UnreadableFlowException;

/** Takes the fields of one object as they come. */
public interface FieldSink {
    /** A string, a fraction or a truth value. */
    void text(String name, String value) throws UnreadableFlowException;

    /** An integer. */
    void number(String name, long value) throws UnreadableFlowException;

    /** A list that is not empty: its plain values, joined by commas. */
    void list(String name, String values) throws UnreadableFlowException;

    /** Whether the fields of the object of this name count as fields of the object around it. */
    default boolean enters(String name) {
        return false;
    }
}
