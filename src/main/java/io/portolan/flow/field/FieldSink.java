package io.portolan.flow.field;

import io.portolan.flow.UnreadableFlowException;

/** Takes the fields of a record as they come. */
public interface FieldSink {
    /** A string, a fraction or a truth value. */
    void text(String name, String value) throws UnreadableFlowException;

    /** An integer. */
    void number(String name, long value) throws UnreadableFlowException;

    /** A list that is not empty: its plain values, joined by commas. */
    void list(String name, String values) throws UnreadableFlowException;

    /** Whether the fields of the object of this name are wanted: they follow then, and after them {@link #leave}. */
    boolean enter(String name);

    /**
     * Whether the items of the list of this name are wanted one by one: of each object the fields, as after {@link
     * #enter}, and each plain value as a text of this name.
     */
    default boolean entersItems(String name) {
        return false;
    }

    /** The object entered last has ended. */
    void leave() throws UnreadableFlowException;
}
