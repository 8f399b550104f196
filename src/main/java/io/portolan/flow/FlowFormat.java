package io.portolan.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

/**
 * An input format by name: how its records are read, and how a log file is cut into them.
 *
 * @param name what configuration and command line call it, for example {@code zeek-conn}
 * @param description one line for a person who has to choose
 * @param parser makes a parser for one thread; takes the order of the columns, empty for the format's own,
 *     and refuses an order that gives no flow with an {@link IllegalArgumentException}
 * @param file opens a log file as the records that a collector would have sent one by one
 * @param fields what is made of the fields of the source, in the order in which to show them
 * @param recognition how a record of the format is told from others
 */
public record FlowFormat(
        String name,
        String description,
        Function<List<String>, FlowParser> parser,
        FileOpener file,
        List<FormatField> fields,
        Recognition recognition) {
    public FlowFormat {
        fields = List.copyOf(fields);
    }

    /** Opens a log file, already decompressed; closing the records closes the stream. */
    @FunctionalInterface
    public interface FileOpener {
        LogRecords open(InputStream in) throws IOException;
    }
}
