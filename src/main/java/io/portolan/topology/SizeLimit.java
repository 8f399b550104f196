package io.portolan.topology;

import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The largest record that a topic takes. It is checked before anything of a flow is sent: afterwards Kafka Streams has let
 * go of the bytes that were read, and a refusal of the broker comes when another record is at work.
 *
 * @param topic name of the topic
 * @param bytes its {@code max.message.bytes}, or Kafka's default
 */
record SizeLimit(String topic, int bytes) {
    /** Default of Kafka's {@code message.max.bytes}. */
    private static final int KAFKA_DEFAULT = 1_048_588;

    /** What a batch of one record and the record itself take at most beside key, value and headers. */
    private static final int FRAME = 61 + 21 + 5;

    /** What the lengths of a header's name and value take at most. */
    private static final int HEADER_FRAME = 10;

    /** @throws IllegalArgumentException if topics.yaml gives a size that is no number */
    static SizeLimit of(Topic topic) {
        String configured = topic.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        try {
            return new SizeLimit(
                    topic.name(), configured == null ? KAFKA_DEFAULT : Integer.parseInt(configured.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " of topic " + topic.name() + " is " + configured
                            + ", not a number of bytes",
                    e);
        }
    }

    /** @throws RecordTooLargeException if the topic does not take the record; names the way out */
    void check(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        long size = (long) FRAME + length(key) + length(value);
        for (Header header : headers) {
            size += HEADER_FRAME + 3L * header.key().length();
            size += length(header.value());
        }
        if (size > bytes) {
            throw new RecordTooLargeException("the record for topic " + topic + " takes up to " + size
                    + " bytes, more than its " + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " of " + bytes
                    + "; raise that in topics.yaml and on the cluster");
        }
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
