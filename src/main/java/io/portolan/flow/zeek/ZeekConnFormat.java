package io.portolan.flow.zeek;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.text.LineRecords;
import java.util.List;
import java.util.Set;

/** The format {@code zeek-conn}. */
public final class ZeekConnFormat {
    static final String NAME = "zeek-conn";

    private ZeekConnFormat() {}

    /** JSON or TSV, told apart record by record; columns are those of TSV lines and override a {@code #fields} line. */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "Zeek conn.log: JSON, or tab-separated with #fields or in Zeek's default columns",
                ZeekConnParser::new,
                in -> new LineRecords(in, ZeekConnHeader::after),
                List.of(),
                Recognition.ofJson(List.of(Set.of("id.orig_h"), Set.of("id_orig_h"))));
    }
}
