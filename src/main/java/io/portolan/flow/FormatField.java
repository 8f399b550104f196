package io.portolan.flow;

import java.util.List;

/**
 * What a format makes of one field of its source, for a person to read.
 *
 * @param names what the source calls it, its own name first
 * @param unit what stands there
 * @param fills fields of {@code schemas/flow-log.avsc} that are made of it; empty if it only says what the record is
 * @param note what else to know; empty if nothing
 */
public record FormatField(List<String> names, String unit, List<String> fills, String note) {
    public FormatField {
        names = List.copyOf(names);
        fills = List.copyOf(fills);
    }
}
