package io.portolan.app.deadletters;

/**
 * Where a dead letter stands in the dead-letter topic.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record LetterId(int partition, long offset) implements Comparable<LetterId> {
    /**
     * Reads {@code PARTITION:OFFSET}, for example {@code 0:42}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static LetterId parse(String text) {
        int colon = text.indexOf(':');
        try {
            if (colon > 0) {
                return new LetterId(
                        Integer.parseUnsignedInt(text, 0, colon, 10),
                        Long.parseUnsignedLong(text, colon + 1, text.length(), 10));
            }
        } catch (NumberFormatException e) {
            // Told below, as for a text without a colon.
        }
        throw new IllegalArgumentException(text + " is not PARTITION:OFFSET of the dead-letter topic, as in 0:42");
    }

    @Override
    public int compareTo(LetterId other) {
        int byPartition = Integer.compare(partition, other.partition);
        return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
