package io.portolan.flow.json;

import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.FieldSink;

/** The fields of one object of a format, and what they make. One serves many objects, one after the other. */
public interface FlowFields extends FieldSink {
    /** Forgets the object before. */
    void clear();

    /**
     * Adds what the fields make, one part or several.
     *
     * @throws UnreadableFlowException if the fields make nothing; the object is one unreadable part then
     */
    void addTo(ReadingBuilder readings) throws UnreadableFlowException;
}
