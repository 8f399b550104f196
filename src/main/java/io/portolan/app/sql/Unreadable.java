package io.portolan.app.sql;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts the records of a topic that are in no row, and keeps why the first of them is not. */
public final class Unreadable {
    private long count;
    private String first = "";

    void add(ConsumerRecord<byte[], byte[]> record, Exception cause) {
        if (count++ == 0) {
            first = "partition %d, offset %d: %s".formatted(record.partition(), record.offset(), cause.getMessage());
        }
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** Where the first is and what is wrong with it; empty without one. */
    public String first() {
        return first;
    }
}
