package io.portolan.app.replay;

/**
 * Where a record is from.
 *
 * @param log what the log is called
 * @param number of the record within it, from 1
 */
public record Place(String log, long number) {
    @Override
    public String toString() {
        return log + ", record " + number + ",";
    }
}
