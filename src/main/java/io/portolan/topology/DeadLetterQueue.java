package io.portolan.topology;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.topology.Origin.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

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

    /** The dead letter of a record; counts it. */
    List<ProducerRecord<byte[], byte[]>> letter(Origin origin, Exception failure) {
        ConsumerRecord<byte[], byte[]> record = origin.record();
        return List.of(new ProducerRecord<>(topic, null, null, record.key(), record.value(), headers(origin, failure)));
    }

    /** The headers of the dead letter of what could not be gone on with; counts it. */
    Headers headers(Origin origin, Exception failure) {
        return headers(origin.headers(), origin.place(), failure.getClass(), message(failure));
    }

    /** The headers of the dead letter of a part that could not be read; counts it. */
    Headers headers(Origin origin, String cause) {
        return headers(origin.headers(), origin.place(), UnreadableFlowException.class, cause);
    }

    private Headers headers(Headers original, Place place, Class<? extends Exception> failure, String cause) {
        counters.deadLetter(new JobCounters.Letters(place.topic(), LetterCause.of(failure)), cause, place.text());
        Headers headers = new RecordHeaders(original);
        put(headers, CAUSE, cause);
        put(headers, EXCEPTION, failure.getName());
        put(headers, TOPIC, place.topic());
        put(headers, PARTITION, Integer.toString(place.partition()));
        put(headers, OFFSET, Long.toString(place.offset()));
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
}
