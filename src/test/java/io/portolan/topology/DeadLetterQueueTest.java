package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.topology.Origin.Place;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterQueueTest {
    private final JobCounters counters = new JobCounters();
    private final DeadLetterQueue queue = new DeadLetterQueue("dead", counters);

    @Test
    void aLetterIsTheRecordAsItWasAndSaysWhereItStoodAndWhatIsWrong() {
        Headers original = new RecordHeaders().add("site", text("harbour"));

        List<ProducerRecord<byte[], byte[]>> letters = queue.letter(
                Origin.of(new Place("flows", 3, 42), text("key"), text("value"), original),
                new SerializationException("torn"));

        assertThat(letters).hasSize(1);
        ProducerRecord<byte[], byte[]> letter = letters.get(0);
        assertThat(letter.topic()).isEqualTo("dead");
        assertThat(letter.partition()).isNull();
        assertThat(letter.key()).isEqualTo(text("key"));
        assertThat(letter.value()).isEqualTo(text("value"));
        assertThat(texts(letter.headers()))
                .isEqualTo(Map.of(
                        "site", "harbour",
                        "__streams.errors.message", "torn",
                        "__streams.errors.exception", SerializationException.class.getName(),
                        "__streams.errors.topic", "flows",
                        "__streams.errors.partition", "3",
                        "__streams.errors.offset", "42"));
        assertThat(counters.deadLetters()).isEqualTo(1);
    }

    @Test
    void theHeadersOfTheRecordItselfStayAsTheyAre() {
        Headers original = new RecordHeaders().add("site", text("harbour"));

        queue.headers(Origin.of(new Place("flows", 0, 0), null, null, original), "torn");

        assertThat(texts(original)).isEqualTo(Map.of("site", "harbour"));
    }

    @Test
    void aLetterThatIsReadAgainAndFailsAgainSaysWhyItFailedLast() {
        Headers first = queue.headers(Origin.of(new Place("flows", 0, 0), null, null, new RecordHeaders()), "torn");

        Headers second = queue.headers(Origin.of(new Place("dead", 0, 7), null, null, first), "still torn");

        assertThat(second.headers(DeadLetterQueue.CAUSE)).hasSize(1);
        assertThat(texts(second)).containsEntry(DeadLetterQueue.CAUSE, "still torn");
        assertThat(texts(second)).containsEntry(DeadLetterQueue.TOPIC, "dead");
    }

    @Test
    void aLetterWithoutKeyOrValueHasNeither() {
        ProducerRecord<byte[], byte[]> letter = queue.letter(
                        Origin.of(new Place("flows", 0, 0), null, null, new RecordHeaders()),
                        new IllegalStateException())
                .get(0);

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(texts(letter.headers())).containsEntry(DeadLetterQueue.CAUSE, "IllegalStateException");
    }

    private static Map<String, String> texts(Headers headers) {
        return Arrays.stream(headers.toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
