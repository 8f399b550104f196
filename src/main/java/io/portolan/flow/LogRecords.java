package io.portolan.flow;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The records of a log file, one after the other; memory does not grow with the file. */
public interface LogRecords extends Closeable {
    /**
     * The next record, complete in itself: where a format has header lines, the one in force stands before the line.
     *
     * @throws IOException if the file cannot be read
     */
    Optional<byte[]> next() throws IOException;
}
