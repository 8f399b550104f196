package io.portolan.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes dead letters: the bytes of the record as they were, its own headers, and in headers of Kafka Streams' names
 * where it stood and why it could not be read.
 */
public final class DeadLetterQueue {
    /** Key under which the handlers find the queue in the configuration of Kafka Streams. */
    public static final String CONFIG = "portolan.dead.letter.queue";

    /** What is wrong with the record. */
    public static final String CAUSE = "__streams.errors.message";

    /** Class of the exception. */
    public static final String EXCEPTION = "__streams.errors.exception";

    /** Topic that the record was read from. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Partition that the record was read from. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Offset that the record was read at. */
    public static final String OFFSET = "__streams.errors.offset";

    /** Place of the flow within a record that holds several, from 0. A record with this header is read for it alone. */
    public static final String INDEX = "portolan.flow.index";

    /** On a record without value that stands behind a dead letter: the offset of that letter, which was sent back. */
    public static final String REPLAYED = "portolan.replayed.offset";

    private final String topic;
    private final JobCounters counters;

    public DeadLetterQueue(String topic, JobCounters counters) {
        this.topic = topic;
        this.counters = counters;
    }

    /** The dead letter of a whole record; counts it. */
    List<ProducerRecord<byte[], byte[]>> letter(
            Position position, byte @Nullable [] key, byte @Nullable [] value, Headers original, Exception failure) {
        Headers headers = headers(original, position, failure.getClass(), message(failure));
        return List.of(new ProducerRecord<>(topic, null, null, key, value, headers));
    }

    /** The headers of a dead letter; counts it. */
    Headers headers(Headers original, Position position, Class<? extends Exception> failure, String cause) {
        counters.deadLetter(cause, position.text());
        Headers headers = new RecordHeaders(original);
        put(headers, CAUSE, cause);
        put(headers, EXCEPTION, failure.getName());
        put(headers, TOPIC, position.topic());
        put(headers, PARTITION, Integer.toString(position.partition()));
        put(headers, OFFSET, Long.toString(position.offset()));
        return headers;
    }

    static void put(Headers headers, String name, String text) {
        headers.remove(name);
        headers.add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** Where a record was read. */
    record Position(String topic, int partition, long offset) {
        String text() {
            return "at offset " + offset + " of " + topic + "-" + partition;
        }
    }
}
