package io.portolan.flow.auto;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.json.JsonFormat;
import java.util.List;

/** The format {@code auto}. */
public final class AutoFormat {
    /** Its name in a configuration. */
    public static final String NAME = "auto";

    private AutoFormat() {}

    /**
     * Any of the other formats, told from each record by itself: the flow says in {@code source_format} which it was,
     * and a message begins with it. A file is cut into records as one of the format that its beginning shows.
     *
     * @param formats the formats there are; the first that recognises a record is taken
     */
    public static FlowFormat format(List<FlowFormat> formats) {
        return new FlowFormat(
                NAME,
                "Any of these, told from each record by itself",
                JsonFormat.withoutColumns(NAME, () -> new AutoParser(formats)),
                in -> AutoRecords.open(formats, in),
                List.of(),
                new Recognition(List.of(), record -> false));
    }
}
