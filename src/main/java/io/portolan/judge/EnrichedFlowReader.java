package io.portolan.judge;

import io.portolan.schema.EnrichedFlow;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Reads back what {@link EnrichedFlowWriter} wrote, by the Avro library. Not for several threads at a time. */
public final class EnrichedFlowReader {
    private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(EnrichedFlow.getClassSchema());
    private BinaryDecoder decoder;

    /**
     * Reads one enriched flow.
     *
     * @param body Avro binary without a frame
     */
    public GenericRecord read(byte[] body) {
        try {
            decoder = DecoderFactory.get().binaryDecoder(body, decoder);
            return reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException("an enriched flow cannot be read back", e);
        }
    }
}
