package io.portolan.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.broker.LocalBrokerExtension;
import io.portolan.app.broker.TestCluster;
import io.portolan.flow.LogRecords;
import io.portolan.flow.format.FlowFormats;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalBrokerExtension.class)
class ReplayCommandTest {
    private static final Path FLOWS = Path.of("src/test/resources/flows");
    private static final Path TSV = FLOWS.resolve("zeek-conn/header.log");
    private static final Path JSON = FLOWS.resolve("zeek-conn/dotted.json.log");

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Deployment deployment;
    private String topic;

    @BeforeEach
    void createTopic(TestCluster shared) throws Exception {
        cluster = shared;
        deployment = new Deployment(cluster, folder);
        topic = cluster.unique("replayed");
        deployment.createTopic(topic, 1, Map.of());
    }

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void theTopicHoldsTheRecordsOfTheFileInTheirOrder() throws Exception {
        Deployment.Result run = replay(TSV.toString());

        assertThat(run.code()).isZero();
        assertThat(values()).containsExactlyElementsOf(records("zeek-conn", TSV));
        assertThat(run.out()).matches(values().size() + " records written to topic " + topic + " in .* s, .*/s\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aLineOfColumnsHasItsHeaderBeforeIt() throws Exception {
        replay(TSV.toString());

        List<String> header = Files.readAllLines(TSV).stream()
                .filter(line -> line.startsWith("#fields"))
                .toList();
        assertThat(values().get(values().size() - 2)).contains(header.get(0) + "\n");
    }

    @Test
    void severalFilesCompressedOrNotAreWrittenOneAfterTheOther() throws Exception {
        Path compressed = Files.write(folder.resolve("conn.log.gz"), gzip(Files.readAllBytes(JSON)));

        Deployment.Result run = replay(TSV.toString(), compressed.toString(), JSON.toString());

        assertThat(run.code()).isZero();
        List<String> json = records("zeek-conn", JSON);
        assertThat(values())
                .containsExactlyElementsOf(Stream.of(records("zeek-conn", TSV), json, json)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void standardInputIsReadAsWell() throws Exception {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(gzip(Files.readAllBytes(JSON))));
        try {
            assertThat(replay().code()).isZero();
            assertThat(replay("-").code()).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(values()).containsExactlyElementsOf(records("zeek-conn", JSON));
    }

    @Test
    void aRecordHasTheTimeOfItsArrivalAndNoKey() throws Exception {
        long before = System.currentTimeMillis();

        replay(JSON.toString());

        assertThat(consumed()).isNotEmpty().allSatisfy(record -> {
            assertThat(record.timestamp()).isGreaterThanOrEqualTo(before);
            assertThat(record.key()).isNull();
        });
    }

    @Test
    void whatIsHeldBackByARateOrTheLogsTimesIsWrittenAllTheSame() throws Exception {
        Path log = Files.writeString(folder.resolve("vpc.log"), """
                version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
                2 123456789012 eni-0a 198.51.100.7 192.0.2.12 50000 443 6 5 260 1793610000 1793610060 ACCEPT OK
                2 broken
                2 123456789012 eni-0a 198.51.100.7 192.0.2.12 50001 443 6 5 260 1793610000 1793610061 ACCEPT OK
                """);
        List<String> records = records("aws-vpc", log);

        Deployment.Result timed =
                deployment.run("replay", "--format", "aws-vpc", "--to", topic, "--timing", log.toString());
        Deployment.Result rated =
                deployment.run("replay", "--format", "aws-vpc", "--to", topic, "--rate", "50", log.toString());

        assertThat(timed.out()).matches("4 records written to topic .* in 1\\.\\d s, .*\n");
        assertThat(rated.out()).matches("4 records written to topic .* in 0\\.\\d s, .*\n");
        assertThat(values())
                .containsExactlyElementsOf(
                        Stream.of(records, records).flatMap(List::stream).toList());
    }

    @Test
    void aFlowOfAnAvroFileIsFramedForTheSchemaRegistry() throws Exception {
        Path file = FLOWS.resolve("avro/flows.avro");

        Deployment.Result run = deployment.run("replay", "--format", "avro", "--to", topic, file.toString());

        assertThat(run.code()).isZero();
        List<Object> flows = consumed().stream()
                .map(record -> deployment.config().avro().generic().deserialize(topic, record.value()))
                .toList();
        assertThat(flows)
                .hasSize(recordCount(file))
                .allSatisfy(flow ->
                        assertThat(((GenericRecord) flow).getSchema().getName()).isEqualTo("FlowLog"));
        assertThat(deployment.schemas().subjects()).contains(topic + "-value");
    }

    @Test
    void aTopicThatIsNotThereIsToldAndNotMade() throws Exception {
        Deployment.Result stranger = run("nowhere", JSON.toString());
        Deployment.Result input = run(deployment.topic("flow-logs"), JSON.toString());

        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.err())
                .isEqualTo("portolan: topic nowhere is missing on the cluster at " + cluster.bootstrapServers()
                        + "; name it under inputs in the configuration and create it with the same options and:"
                        + " portolan topics --create\n");
        assertThat(input.err())
                .endsWith(cluster.bootstrapServers()
                        + "; create it with the same options and: portolan topics --create\n");
        try (Admin admin = Admin.create(cluster.clientProperties(Map.of()))) {
            assertThat(admin.listTopics().names().get()).doesNotContain("nowhere", deployment.topic("flow-logs"));
        }
    }

    @Test
    void aFileThatCannotBeReadIsToldBeforeAnythingIsSent() {
        Path missing = folder.resolve("missing.log");

        Deployment.Result run = replay(JSON.toString(), missing.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("portolan: file " + missing + " does not exist\n");
        assertThat(values()).isEmpty();
    }

    @Test
    void ofACutFileWhatComesBeforeTheCutIsWritten() throws Exception {
        byte[] whole = gzip(Files.readAllBytes(Path.of("src/main/resources/demo/zeek-conn.log")));
        Path cut = Files.write(folder.resolve("cut.log.gz"), Arrays.copyOf(whole, whole.length / 2));

        Deployment.Result run = replay(JSON.toString(), cut.toString());

        List<String> values = values();
        int before = records("zeek-conn", JSON).size();
        int read = values.size() - before;
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("portolan: " + cut + ", after record " + read
                        + ": the gzip data is cut off: it ends before its end mark; " + values.size()
                        + " records were written before\n");
        assertThat(values.subList(before, values.size()))
                .hasSizeGreaterThan(100)
                .isEqualTo(records("zeek-conn", Path.of("src/main/resources/demo/zeek-conn.log"))
                        .subList(0, read));
    }

    @Test
    void whatTheCommandLineGetsWrongIsTold() {
        assertThat(replay("--rate", "5", "--timing", JSON.toString()).err())
                .startsWith("portolan: --rate and --timing exclude each other\n");
        assertThat(replay("--rate", "0", JSON.toString()).err()).startsWith("portolan: --rate has to be above 0\n");
        assertThat(replay("--rate", "NaN", JSON.toString()).code()).isEqualTo(2);
        assertThat(replay("-", "-").err()).startsWith("portolan: standard input (-) can be read only once\n");
        assertThat(replay("--fields", "nonsense", JSON.toString()).err()).startsWith("portolan: --fields: ");
        assertThat(Deployment.call("replay", "--to", topic, JSON.toString()).code())
                .isEqualTo(2);
        assertThat(values()).isEmpty();
    }

    @Test
    void quietSaysNothing() {
        Deployment.Result run = replay("--quiet", JSON.toString());

        assertThat(run).isEqualTo(new Deployment.Result(0, "", ""));
    }

    private Deployment.Result replay(String... words) {
        return run(topic, words);
    }

    private Deployment.Result run(String to, String... words) {
        return deployment.run(
                Stream.concat(Stream.of("replay", "--format", "zeek-conn", "--to", to), Arrays.stream(words))
                        .toArray(String[]::new));
    }

    private List<String> values() {
        return consumed().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> consumed() {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                cluster.clientProperties(Map.of("fetch.max.wait.ms", 20)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private static int recordCount(Path avro) throws IOException {
        return records("avro", avro).size();
    }

    private static List<String> records(String format, Path file) throws IOException {
        List<String> all = new ArrayList<>();
        try (LogRecords records = FlowFormats.named(format).file().open(Files.newInputStream(file))) {
            for (Optional<byte[]> next = records.next(); next.isPresent(); next = records.next()) {
                all.add(new String(next.get(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }
}
