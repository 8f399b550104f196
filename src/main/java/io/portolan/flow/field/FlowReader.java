package io.portolan.flow.field;

import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;

/** Makes of the values of a record what the record is; serves one thread. */
@FunctionalInterface
public interface FlowReader {
    /**
     * One flow, or none.
     *
     * @throws UnreadableFlowException if it should be a flow and cannot be one
     */
    Reading read(SourceRecord record) throws UnreadableFlowException;
}
