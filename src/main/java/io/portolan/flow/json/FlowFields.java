package io.portolan.flow.json;

import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;

/** The fields of one object of a format, and the flow that they make. One serves many objects, one after the other. */
public interface FlowFields extends FieldSink {
    /** Forgets the object before. */
    void clear();

    /** What the fields make. */
    Reading read() throws UnreadableFlowException;
}
