package io.portolan.app.label;

import io.portolan.app.log.LogFile;
import java.io.IOException;

/** Is told what could not be read, while the rest goes on. */
public interface Complaints {
    /**
     * A record, or a part of it, that is no flow and should be one.
     *
     * @param number of the record within its file, from 1; the line where a format has a record a line
     */
    void unreadableRecord(LogFile file, long number, String cause);

    /**
     * A file that cannot be read, or not to its end.
     *
     * @param records read before
     */
    void unreadableFile(LogFile file, long records, IOException cause);
}
