package io.portolan.flow.avro;

import io.portolan.flow.FlowFormat;

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
                columns -> new AvroParser(),
                AvroContainer::new);
    }
}
