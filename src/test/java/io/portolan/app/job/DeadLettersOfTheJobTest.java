package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.portolan.flow.UnreadableFlowException;
import io.portolan.topology.DeadLetterQueue;
import io.portolan.topology.ReadBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever way a letter is made, it is the record as it was, with the same headers. */
class DeadLettersOfTheJobTest {
    private static final String GOOD = flow("eni-1");
    private static final String BAD = GOOD.replace(" 1274 ", " 70000 ");
    private static final String LARGE = flow("eni-" + "1".repeat(2_000));

    @TempDir
    private Path folder;

    @Test
    void aRecordThatCannotBeReadIsKeptAsAWhole() throws Exception {
        TestRecord<byte[], byte[]> letter = onlyLetter(BAD);

        assertThat(headers(letter))
                .isEqualTo(Map.of(
                        "site",
                        "harbour",
                        DeadLetterQueue.CAUSE,
                        "dstport is 70000, not within 0-65535",
                        DeadLetterQueue.EXCEPTION,
                        SerializationException.class.getName(),
                        DeadLetterQueue.TOPIC,
                        "flows",
                        DeadLetterQueue.PARTITION,
                        "0",
                        DeadLetterQueue.OFFSET,
                        "0"));
    }

    @Test
    void aFlowOfSeveralThatCannotBeReadIsKeptWithAllOfThemAndItsIndex() throws Exception {
        TestRecord<byte[], byte[]> letter = onlyLetter(GOOD + "\n" + BAD);

        assertThat(headers(letter))
                .isEqualTo(Map.of(
                        "site",
                        "harbour",
                        DeadLetterQueue.INDEX,
                        "1",
                        DeadLetterQueue.CAUSE,
                        "dstport is 70000, not within 0-65535",
                        DeadLetterQueue.EXCEPTION,
                        UnreadableFlowException.class.getName(),
                        DeadLetterQueue.TOPIC,
                        "flows",
                        DeadLetterQueue.PARTITION,
                        "0",
                        DeadLetterQueue.OFFSET,
                        "0"));
        assertThat(letter.timestamp())
                .as("written now, not when the flow was")
                .isCloseTo(System.currentTimeMillis(), within(60_000L));
    }

    @Test
    void aFlowThatIsTooLargeToBeWrittenIsKeptAsAWhole() throws Exception {
        TestRecord<byte[], byte[]> letter = onlyLetter(LARGE);

        assertThat(headers(letter))
                .containsEntry("site", "harbour")
                .containsEntry(DeadLetterQueue.EXCEPTION, RecordTooLargeException.class.getName())
                .containsEntry(DeadLetterQueue.TOPIC, "flows")
                .containsEntry(DeadLetterQueue.PARTITION, "0")
                .containsEntry(DeadLetterQueue.OFFSET, "0")
                .hasSize(6);
        assertThat(headers(letter).get(DeadLetterQueue.CAUSE))
                .startsWith("the record for topic flow-logs-enriched takes up to ")
                .endsWith("more than its max.message.bytes of 1500; raise that in topics.yaml and on the cluster");
    }

    @Test
    void aFlowOfSeveralThatIsTooLargeIsKeptWithAllOfThemThoughOthersWereWrittenBefore() throws Exception {
        TestRecord<byte[], byte[]> letter = onlyLetter(GOOD + "\n" + LARGE + "\n" + GOOD);

        assertThat(headers(letter))
                .containsEntry(DeadLetterQueue.INDEX, "1")
                .containsEntry(DeadLetterQueue.EXCEPTION, RecordTooLargeException.class.getName())
                .hasSize(7);
    }

    @Test
    void whatIsBadInABatchIsKeptWithItsOwnPlaceAndKeyAndTheOthersGoOn() throws Exception {
        try (JobHarness job = JobHarness.showingDeadLetters("aws-vpc")) {
            List<TestRecord<byte[], byte[]>> records = List.of(
                    record("a", GOOD),
                    record("b", BAD),
                    record("c", GOOD + "\n" + BAD),
                    record("d", null),
                    record("e", GOOD));

            job.flows("flows").pipeInput(ReadBatch.of("flows", 40, records));

            assertThat(job.deadLetters())
                    .extracting(
                            letter -> text(letter.key()),
                            letter -> letter.value() == null ? null : text(letter.value()),
                            letter -> JobHarness.header(letter, DeadLetterQueue.OFFSET),
                            letter -> JobHarness.header(letter, DeadLetterQueue.INDEX),
                            letter -> JobHarness.header(letter, "site"))
                    .containsExactly(
                            tuple("b", BAD, "41", null, "b"),
                            tuple("c", GOOD + "\n" + BAD, "42", "1", "c"),
                            tuple("d", null, "43", null, "d"));
            assertThat(job.enrichedRecords())
                    .extracting(flow -> text(flow.key()), flow -> JobHarness.header(flow, "site"))
                    .containsExactly(tuple("a", "a"), tuple("c", "c"), tuple("e", "e"));
            assertThat(job.alerts()).hasSize(1);
        }
    }

    private static TestRecord<byte[], byte[]> record(String key, String value) {
        return new TestRecord<>(
                text(key), value == null ? null : text(value), new RecordHeaders().add("site", text(key)));
    }

    private static String text(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Reads a record, expects that all of its flows but one are written, and returns the letter of that one. */
    private TestRecord<byte[], byte[]> onlyLetter(String value) throws Exception {
        Path topics = Files.writeString(
                folder.resolve("topics.yaml"),
                Files.readString(Path.of("topology/topics.yaml"))
                        .replaceFirst("    retention.ms: 604800000\n", "    max.message.bytes: 1500\n"));
        Map<String, String> keys = Map.of(
                "inputs", "flows",
                "input.flows.format", "aws-vpc",
                "topics.path", topics.toString(),
                "kafka.processing.guarantee", "at_least_once");
        try (JobHarness job = JobHarness.start(keys)) {
            job.flows("flows")
                    .pipeInput(new TestRecord<>(
                            text("key"), text(value), new RecordHeaders().add("site", text("harbour"))));

            List<TestRecord<byte[], byte[]>> letters = job.deadLetters();
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).key()).isEqualTo(text("key"));
            assertThat(letters.get(0).value()).isEqualTo(text(value));
            assertThat(job.enriched()).hasSize((int) value.lines().count() - 1);
            assertThat(job.alerts()).hasSize(value.lines().count() > 1 ? 1 : 0);
            return letters.get(0);
        }
    }

    private static String flow(String eni) {
        return "2 123456789012 " + eni
                + " 198.51.100.7 192.0.2.10 51515 1274 6 20 4249 1700000000 1700000060 ACCEPT OK";
    }

    private static Map<String, String> headers(TestRecord<?, ?> letter) {
        return Arrays.stream(letter.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
