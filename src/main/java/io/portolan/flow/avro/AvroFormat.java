package io.portolan.flow.avro;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.Recognition;
import io.portolan.flow.UnreadableFlowException;
import java.util.List;

/** The format {@code avro}. */
public final class AvroFormat {
    /** Its name in a configuration. */
    public static final String NAME = "avro";

    private AvroFormat() {}

    /** Canonical bytes; it has no columns. A file of it is an Avro container file. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "Avro binary of schemas/flow-log.avsc; as a file an Avro container file",
                AvroFormat::parser,
                AvroContainer::new,
                List.of(),
                new Recognition(List.of(), AvroFormat::isAvro));
    }

    private static boolean isAvro(byte[] record) {
        if (AvroContainer.isContainer(record)) {
            return true;
        }
        try {
            Flow.of(record);
            return true;
        } catch (UnreadableFlowException e) {
            return false;
        }
    }

    private static FlowParser parser(List<String> columns) {
        if (!columns.isEmpty()) {
            throw new IllegalArgumentException("the format avro has no columns to name; found " + columns);
        }
        return new AvroParser();
    }
}
