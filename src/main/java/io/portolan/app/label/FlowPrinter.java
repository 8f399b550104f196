package io.portolan.app.label;

import java.io.Flushable;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;

/** Writes enriched flows as text, one after the other. */
public interface FlowPrinter extends Flushable {
    /**
     * Writes one flow.
     *
     * @param flow a record of {@code schemas/enriched-flow.avsc}
     * @throws IOException if it cannot be written
     */
    void print(GenericRecord flow) throws IOException;
}
