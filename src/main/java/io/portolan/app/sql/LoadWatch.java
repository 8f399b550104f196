package io.portolan.app.sql;

/** Hears how the topics of a question are read, one after the other. */
public interface LoadWatch {
    /**
     * Part of a topic is read.
     *
     * @param records read of it
     * @param done offsets gone through
     * @param total offsets to go through
     */
    void passed(TopicTable table, long records, long done, long total);

    /**
     * A topic is read.
     *
     * @param topic its name
     * @param records within the bounds
     */
    void loaded(TopicTable table, String topic, long records, Unreadable unreadable);
}
