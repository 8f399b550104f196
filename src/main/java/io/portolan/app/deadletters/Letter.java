package io.portolan.app.deadletters;

import io.portolan.topology.DeadLetterQueue;
import io.portolan.topology.FaultCause;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What is known of a dead letter, without the record in it.
 *
 * @param id where it stands
 * @param time when it was written
 * @param source where its record was read; empty for a record that no job of ours wrote here
 * @param cause what is wrong with the record
 * @param replayed whether it was sent back already
 */
public record Letter(LetterId id, Instant time, Optional<Source> source, String cause, boolean replayed) {
    /**
     * Where a record was read.
     *
     * @param topic its name
     * @param partition from 0
     * @param offset from 0
     */
    public record Source(String topic, int partition, long offset) {}

    static Letter of(ConsumerRecord<byte[], byte[]> record, boolean replayed) {
        Headers headers = record.headers();
        return new Letter(
                new LetterId(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                source(headers),
                text(headers, DeadLetterQueue.CAUSE).orElse("not a dead letter: the headers are missing"),
                replayed);
    }

    /** The cause without what differs from record to record, so that letters of one fault are counted together. */
    public String fault() {
        return FaultCause.kind(cause);
    }

    private static Optional<Source> source(Headers headers) {
        try {
            return text(headers, DeadLetterQueue.TOPIC)
                    .flatMap(topic -> text(headers, DeadLetterQueue.PARTITION)
                            .flatMap(partition -> text(headers, DeadLetterQueue.OFFSET)
                                    .map(offset ->
                                            new Source(topic, Integer.parseInt(partition), Long.parseLong(offset)))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
