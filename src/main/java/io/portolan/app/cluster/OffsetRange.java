package io.portolan.app.cluster;

/**
 * Offsets of a partition.
 *
 * @param first 0 or more
 * @param last not below the first; itself within
 */
public record OffsetRange(long first, long last) {
    public OffsetRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("offsets " + first + "-" + last + " are no range");
        }
    }

    boolean holds(long offset) {
        return offset >= first && offset <= last;
    }
}
