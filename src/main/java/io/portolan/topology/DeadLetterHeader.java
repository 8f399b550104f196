package io.portolan.topology;

import java.util.List;

/**
 * A header of a dead letter, for a person to read.
 *
 * @param name of the header
 * @param meaning what its value, a text, says
 */
public record DeadLetterHeader(String name, String meaning) {
    /** All that a dead letter has beside the headers of its record, and what marks one that was sent back. */
    public static List<DeadLetterHeader> all() {
        return List.of(
                new DeadLetterHeader(DeadLetterQueue.CAUSE, "what is wrong: the field, its value, what would be right"),
                new DeadLetterHeader(DeadLetterQueue.EXCEPTION, "class of the exception"),
                new DeadLetterHeader(DeadLetterQueue.TOPIC, "topic that the record was read from"),
                new DeadLetterHeader(DeadLetterQueue.PARTITION, "its partition there"),
                new DeadLetterHeader(DeadLetterQueue.OFFSET, "its offset there"),
                new DeadLetterHeader(
                        DeadLetterQueue.INDEX,
                        "place of the flow among several of the record, from 0; absent if the record as a whole is bad"),
                new DeadLetterHeader(
                        DeadLetterQueue.REPLAYED,
                        "on a mark only: offset, in the same partition, of the letter that was sent back"));
    }
}
