package io.portolan.app.deadletters;

import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
     * A field, its value, and what would be right. The value may be anything, also with commas and blanks in it: it ends
     * where the last expectation begins.
     */
    private static final Pattern EXPECTATION =
            Pattern.compile("(.*?) is .*(, (?:not|neither|less|more|too|and|without|an?) .*)");

    /** The same with an expectation that begins otherwise: the value ends at the first comma. */
    private static final Pattern OTHERWISE = Pattern.compile("(.*?) is .*?(, .*)");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NUMBER = Pattern.compile("\\b(?:0x[0-9a-fA-F]+|\\d+)\\b");

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
        return Stream.of(EXPECTATION, OTHERWISE)
                .map(pattern -> pattern.matcher(cause))
                .filter(Matcher::matches)
                .findFirst()
                .map(parts -> masked(parts.group(1)) + " is ..." + parts.group(2))
                .orElseGet(() -> masked(cause));
    }

    private static String masked(String text) {
        return NUMBER.matcher(QUOTED.matcher(text).replaceAll("'...'")).replaceAll("#");
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
