package io.portolan.flow.avro;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;

/** Views canonical bytes in place. */
final class AvroParser implements FlowParser {

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        return Flow.of(record);
    }
}
