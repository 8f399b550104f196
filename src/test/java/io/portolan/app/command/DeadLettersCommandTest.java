package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.command.Deployment.Result;
import io.portolan.app.deadletters.LetterReplay;
import io.portolan.topology.DeadLetterQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LocalBrokerExtension.class)
@Timeout(120)
class DeadLettersCommandTest {
    private static final String PORT = "dstport is %d, not within 0-65535";

    private Deployment portolan;
    private TestCluster cluster;
    private String source;

    @BeforeEach
    void deploy(TestCluster shared, @TempDir Path folder) throws Exception {
        cluster = shared;
        portolan = new Deployment(cluster, folder);
        assertThat(portolan.run("topics", "--create").code()).isZero();
        source = cluster.unique("vpc");
        portolan.createTopic(source, 3, Map.of());
    }

    @AfterEach
    void close() {
        portolan.close();
    }

    @Test
    void lettersOfOneFaultAreOneLine() throws Exception {
        letter("a", PORT.formatted(70000), source, 0);
        letter("b", "not JSON at byte 249: Unexpected end-of-input", source, 1);
        letter("c", PORT.formatted(70001), source, 2);

        Result result = portolan.run("dead-letters");

        assertThat(result).extracting(Result::code, Result::err).containsExactly(0, "");
        assertThat(result.out()
                        .lines()
                        .map(line -> line.replaceAll("\\S+Z +", "").replaceAll(" +", " ")))
                .containsExactly(
                        "COUNT FROM FIRST LAST LETTER CAUSE",
                        "2 " + source + " 0:2 dstport is ..., not within 0-65535",
                        "1 " + source + " 0:1 not JSON at byte 249: Unexpected end-of-input",
                        "Show one with --show and its LETTER; after the fault is mended, send them back with --replay.");
    }

    @Test
    void nothingThereIsSaid() {
        assertThat(portolan.run("dead-letters").out()).isEqualTo("No dead letters.\n");
        assertThat(portolan.run("dead-letters", "--replay").out()).isEqualTo("Nothing went back.\n");
    }

    @Test
    void oneIsShownAsAWholeAndCannotSteerTheTerminal() throws Exception {
        letter("\u001b[2Jx", PORT.formatted(70000), source, 0);
        letter("two\tcolumns", "torn", source, 1);

        String binary = portolan.run("dead-letters", "--show", "0:0").out();
        assertThat(binary)
                .contains("letter     0:0 of topic " + portolan.topic("flow-logs-dead-letter"))
                .contains("header     __streams.errors.message = dstport is 70000, not within 0-65535\n")
                .contains("header     site = harbour\n")
                .contains("key        key\n")
                .contains("value      5 bytes\n00000000  1b 5b 32 4a 78 ")
                .endsWith("  .[2Jx\n")
                .doesNotContain("\u001b");
        assertThat(portolan.run("dead-letters", "--show", "0:1").out()).endsWith("value      11 bytes\ntwo columns\n");
        assertThat(portolan.run("dead-letters", "--show", "0:7"))
                .extracting(Result::code, Result::err)
                .containsExactly(
                        1, "portolan: there is no dead letter at 0:7; list them with: portolan dead-letters --all\n");
    }

    @Test
    void aReplayedRecordIsTheOneThatWasReadAndItsIndexStays() throws Exception {
        letter("a", "torn", source, 2, DeadLetterQueue.INDEX, "4");

        assertThat(portolan.run("dead-letters", "--replay", "--dry-run").out())
                .isEqualTo("1 record would go back to topic " + source + ".\n");
        assertThat(records(source)).isEmpty();
        assertThat(portolan.run("dead-letters", "--replay").out())
                .isEqualTo("1 record went back to topic " + source + ".\n");

        List<ConsumerRecord<byte[], byte[]>> back = records(source);
        assertThat(back).hasSize(1);
        assertThat(back.get(0).partition()).isEqualTo(2);
        assertThat(back.get(0).key()).isEqualTo(bytes("key"));
        assertThat(back.get(0).value()).isEqualTo(bytes("a"));
        assertThat(back.get(0).headers().toArray())
                .extracting(Header::key)
                .containsExactly("site", DeadLetterQueue.INDEX);
    }

    @Test
    void eachIsSentBackOnce() throws Exception {
        letter("a", PORT.formatted(70000), source, 0);
        letter("b", "torn", source, 0);
        letter("c", PORT.formatted(70001), source, 0);

        assertThat(portolan.run("dead-letters", "--replay", "--cause", "DSTPORT")
                        .out())
                .isEqualTo("2 records went back to topic " + source + ".\n");
        assertThat(values(source)).containsExactly("a", "c");
        assertThat(portolan.run("dead-letters").out()).contains("torn").doesNotContain("dstport");
        assertThat(portolan.run("dead-letters", "--all").out()).contains("torn").contains("dstport");
        assertThat(portolan.run("dead-letters", "--replay", "0:0", "0:1").out())
                .isEqualTo("1 record went back to topic " + source + ".\n");

        assertThat(portolan.run("dead-letters", "--replay").out()).isEqualTo("Nothing went back.\n");
        assertThat(values(source)).containsExactly("a", "c", "b");
        assertThat(portolan.run("dead-letters").out())
                .isEqualTo("No dead letters. 3 were sent back: --all lists them.\n");
    }

    @Test
    void aReplayThatDiedInTheMiddleIsFinishedByTheNextWithoutOneTwice() throws Exception {
        for (String value : List.of("a", "b", "c")) {
            letter(value, "torn", source, 0);
        }
        KafkaProducer<byte[], byte[]> dying = otherReplay();
        dying.initTransactions();
        dying.beginTransaction();
        dying.send(new ProducerRecord<>(source, 0, bytes("key"), bytes("a"))).get();

        assertThat(portolan.run("dead-letters", "--replay").out())
                .isEqualTo("3 records went back to topic " + source + ".\n");
        assertThat(values(source)).containsExactly("a", "b", "c");
        assertThatThrownBy(dying::commitTransaction).isInstanceOf(KafkaException.class);
        dying.close();
        assertThat(values(source)).containsExactly("a", "b", "c");
    }

    @Test
    void ofTwoReplaysAtOnceTheLaterOneGoesOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            letter(Integer.toString(i), "torn", source, 0);
        }
        try (LetterReplay first = LetterReplay.begin(portolan.config(), 2);
                LetterReplay second = LetterReplay.begin(portolan.config(), 2)) {
            assertThatThrownBy(() -> first.run(letter -> true))
                    .isInstanceOf(KafkaException.class)
                    .hasMessage("another replay began meanwhile and goes on; nothing was sent back");
            assertThat(second.run(letter -> true)).isEqualTo(Map.of(source, 5L));
        }
        assertThat(values(source)).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void aMarkBehindTheOpenTransactionOfAJobCountsAsWell() throws Exception {
        letter("a", "torn", source, 0);
        try (KafkaProducer<byte[], byte[]> job = transactional(cluster.unique("job"));
                KafkaProducer<byte[], byte[]> killed = otherReplay()) {
            job.initTransactions();
            job.beginTransaction();
            job.send(new ProducerRecord<>(portolan.topic("flow-logs-dead-letter"), 0, null, bytes("b")))
                    .get();
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(source, 0, bytes("key"), bytes("a")))
                    .get();
            killed.send(mark(0)).get();
            killed.commitTransaction();

            CompletableFuture<Result> replay =
                    CompletableFuture.supplyAsync(() -> portolan.run("dead-letters", "--replay"));
            assertThat(replay).as("waits for the job").failsWithin(Duration.ofSeconds(3));
            job.commitTransaction();

            assertThat(replay.get(60, TimeUnit.SECONDS).out()).isEqualTo("Nothing went back.\n");
        }
        assertThat(values(source)).containsExactly("a");
    }

    @Test
    void aTransactionThatStaysOpenIsToldAndNothingIsSent() throws Exception {
        letter("a", "torn", source, 0);
        try (KafkaProducer<byte[], byte[]> job = transactional(cluster.unique("job"))) {
            job.initTransactions();
            job.beginTransaction();
            job.send(new ProducerRecord<>(portolan.topic("flow-logs-dead-letter"), 0, null, bytes("b")))
                    .get();

            Result result = portolan.run("dead-letters", "--replay");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("a transaction on it stays open").hasLineCount(1);
            assertThat(values(source)).isEmpty();
        }
    }

    @Test
    void aLongTextIsCutBetweenCharacters() throws Exception {
        letter("\u00e4".repeat(20_000), "torn", source, 0);

        String text = portolan.run("dead-letters", "--show", "0:0").out();

        assertThat(text).contains("value      40000 bytes, the first 16384\n\u00e4\u00e4");
    }

    @Test
    void aSourceTopicThatIsGoneIsNamedBeforeAnythingIsSent() throws Exception {
        letter("a", "torn", source, 0);
        letter("b", "torn", "gone", 0);

        Result result = portolan.run("dead-letters", "--replay");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).startsWith("portolan: topic gone is missing on the cluster at ");
        assertThat(values(source)).isEmpty();
        assertThat(portolan.run("dead-letters", "--replay", "--topic", source).out())
                .isEqualTo("1 record went back to topic " + source + ".\n");
    }

    @Test
    void whatOthersWroteIntoTheTopicIsShownAndNeverSentAnywhere() throws Exception {
        send(bytes("stray"), new RecordHeaders());

        assertThat(portolan.run("dead-letters").out()).contains("not a dead letter: the headers are missing");
        assertThat(portolan.run("dead-letters", "--replay").out()).isEqualTo("Nothing went back.\n");
    }

    @Test
    void aPartitionThatIsNoLongerThereIsChosenByTheKey() throws Exception {
        letter("a", "torn", source, 9);

        assertThat(portolan.run("dead-letters", "--replay").code()).isZero();
        assertThat(values(source)).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "--dry-run, , '--dry-run goes with --replay'",
        "--replay, --all, '--replay does not go with --all: what was sent back once is not sent again'",
        "--show=0:0, --replay, '--show goes alone'",
        "x, , 'x is not PARTITION:OFFSET of the dead-letter topic, as in 0:42'",
    })
    void whatDoesNotGoTogetherIsRefused(String one, String other, String cause) {
        Result result = other == null ? portolan.run("dead-letters", one) : portolan.run("dead-letters", one, other);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("portolan: " + cause);
    }

    private void letter(String value, String cause, String topic, int partition, String... more) throws Exception {
        Headers headers = new RecordHeaders().add("site", bytes("harbour"));
        for (int i = 0; i < more.length; i += 2) {
            headers.add(more[i], bytes(more[i + 1]));
        }
        headers.add(DeadLetterQueue.CAUSE, bytes(cause))
                .add(DeadLetterQueue.EXCEPTION, bytes("x.Y"))
                .add(DeadLetterQueue.TOPIC, bytes(topic))
                .add(DeadLetterQueue.PARTITION, bytes(Integer.toString(partition)))
                .add(DeadLetterQueue.OFFSET, bytes("42"));
        send(bytes(value), headers);
    }

    private void send(byte[] value, Headers headers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.clientProperties(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            portolan.topic("flow-logs-dead-letter"), 0, bytes("key"), value, headers))
                    .get();
        }
    }

    /** A producer as a replay has it that was killed. */
    private KafkaProducer<byte[], byte[]> otherReplay() {
        return transactional(portolan.config().applicationId() + "-dead-letters");
    }

    private KafkaProducer<byte[], byte[]> transactional(String id) {
        return new KafkaProducer<>(
                cluster.clientProperties(Map.of("transactional.id", id)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private ProducerRecord<byte[], byte[]> mark(long letter) {
        Headers headers = new RecordHeaders().add(DeadLetterQueue.REPLAYED, bytes(Long.toString(letter)));
        return new ProducerRecord<>(portolan.topic("flow-logs-dead-letter"), 0, null, null, null, headers);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        CommittedTopic.readAll(portolan.config(), topic, records::add);
        return records;
    }

    private List<String> values(String topic) {
        return records(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
