package io.portolan.flow;

/**
 * Reads the records of one input format. A parser may use buffers of its own again from record to record, so it serves
 * one thread; what it returns is independent of it.
 */
public interface FlowParser {
    /**
     * Reads one record, which stands for itself: nothing of an earlier record is needed.
     *
     * @param record the value of a Kafka record, or what a log file holds in its place; not kept, not changed, except
     *     that the canonical format views it in place
     * @throws UnreadableFlowException if the record is neither a flow nor something that the format knows to be none
     */
    Reading read(byte[] record) throws UnreadableFlowException;
}
