package io.portolan.flow;

import org.apache.avro.generic.IndexedRecord;

/**
 * Reads the records of an input format that come as Avro too, with schemas of the source's own: whoever knows the schema
 * decodes the record first.
 */
public interface AvroFlowParser extends FlowParser {
    /**
     * Reads one record, as {@link FlowParser#read(byte[])}.
     *
     * @param record with the schema that it was written with; not kept, not changed
     * @throws UnreadableFlowException if the record is neither a flow nor something that the format knows to be none
     */
    Reading read(IndexedRecord record) throws UnreadableFlowException;
}
