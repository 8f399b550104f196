package io.portolan.flow.field;

import java.util.Locale;

/** The fields of a flow that a source can fill, in the order of {@code schemas/flow-log.avsc}, which says what they mean. */
public enum FlowField {
    PROTOCOL,
    SRC_PORT,
    DST_PORT,
    TCP_FLAGS,
    INITIATOR,
    ACTION,
    STATE,
    PACKETS,
    BYTES,
    REVERSE_PACKETS,
    REVERSE_BYTES,
    SRC_ADDRESS,
    DST_ADDRESS,
    START_TIME,
    END_TIME,
    OBSERVER,
    SAMPLING_RATE,
    DUPLICATE,
    ATTRIBUTES;

    private final String schemaName = name().toLowerCase(Locale.ROOT);

    /** Its name in the schema. */
    public String schemaName() {
        return schemaName;
    }
}
