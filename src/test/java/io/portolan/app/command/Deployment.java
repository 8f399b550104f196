package io.portolan.app.command;

import static org.awaitility.Awaitility.await;

import io.portolan.app.Main;
import io.portolan.app.broker.TestCluster;
import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.PortAssignment;
import io.portolan.wire.SchemaRegistryClient;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;

/** Portolan as one test has it: its own topics on the shared broker, its own schema registry, and the command line. */
final class Deployment implements AutoCloseable {
    static final String HEADER = "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,"
            + "Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes";

    private final LocalSchemaRegistry schemas;
    private final TestCluster cluster;
    private final Path folder;
    private final Path file;

    /** What a command said and how it ended. */
    record Result(int code, String out, String err) {}

    /** A record of the registry's topic. */
    record Entry(String key, PortAssignment value) {}

    Deployment(TestCluster cluster, Path folder) throws IOException {
        this.cluster = cluster;
        this.folder = folder;
        this.schemas = LocalSchemaRegistry.start(0);
        this.file = folder.resolve("portolan.properties");
        Path topics = folder.resolve("topics.yaml");
        Files.writeString(
                topics,
                Files.readString(Path.of("topology/topics.yaml"))
                        .replaceAll("(?m)^  name: (.*)$", "  name: $1-" + cluster.test()));
        configure(
                "kafka.bootstrap.servers=" + cluster.bootstrapServers(),
                "kafka.application.id=" + cluster.unique("portolan"),
                "schema.registry.url=" + schemas.url(),
                "topics.path=" + topics);
    }

    /** Adds lines to the configuration file. */
    void configure(String... lines) throws IOException {
        List<String> all = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        all.addAll(List.of(lines));
        Files.write(file, all);
    }

    /** Runs {@code portolan} with these words and this deployment's configuration. */
    Result run(String... words) {
        return call(Stream.concat(Arrays.stream(words), Stream.of("--config", file.toString()))
                .toArray(String[]::new));
    }

    /** Runs {@code portolan} with these words alone. */
    static Result call(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = line.execute(words);
        return new Result(code, out.toString(), err.toString());
    }

    PortolanConfig config() {
        return new PortolanConfig(ConfigSource.file(file));
    }

    SchemaRegistryClient schemas() {
        return new SchemaRegistryClient(config().schemaRegistry());
    }

    String brokers() {
        return cluster.bootstrapServers();
    }

    /** The name that a topic of topics.yaml has in this deployment. */
    String topic(String name) {
        return cluster.unique(name);
    }

    void createTopic(String name, int partitions, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(cluster.clientProperties(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings)))
                    .all()
                    .get();
            await().until(() -> admin.listTopics().names().get().contains(name));
        }
    }

    /** Where partition 0 of a topic ends, open transactions included. */
    long end(String topic) {
        TopicPartition partition = new TopicPartition(topic(topic), 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                cluster.clientProperties(Map.of()), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    /** Gives a topic so many partitions that a broker takes its time to open them. */
    void widen(String name, int partitions) throws IOException {
        Path topics = folder.resolve("topics.yaml");
        String wide = Files.readString(topics)
                .replaceFirst("(  name: " + topic(name) + "\n.*\n  partitions: )\\d+", "$1" + partitions);
        Files.writeString(topics, wide);
    }

    /** Writes a registry file with these rows, CRLF between them as in the official one. */
    Path csv(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n");
    }

    Path folder() {
        return folder;
    }

    /** A producer with the transactional id of a load, as one has it that was killed. */
    KafkaProducer<String, byte[]> otherLoad() {
        return producer(Map.of("transactional.id", config().applicationId() + "-registry-load"));
    }

    KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(
                cluster.clientProperties(settings), new StringSerializer(), new ByteArraySerializer());
    }

    void publish(String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer = producer(Map.of())) {
            producer.send(new ProducerRecord<>(topic("port-registry"), key, value))
                    .get();
        }
    }

    /** The keys of all committed records of the registry's topic from the given one on, tombstones with a {@code -}. */
    List<String> keysFrom(int first) {
        return entries().stream()
                .skip(first)
                .map(entry -> entry.value() == null ? "-" + entry.key() : entry.key())
                .toList();
    }

    /** The latest value of each key of the registry's topic. */
    Map<String, PortAssignment> latest() {
        Map<String, PortAssignment> latest = new TreeMap<>();
        entries().forEach(entry -> latest.put(entry.key(), entry.value()));
        latest.values().removeIf(Objects::isNull);
        return latest;
    }

    List<Entry> entries() {
        TopicPartition partition = new TopicPartition(topic("port-registry"), 0);
        var avro = config().avro().specific();
        List<Entry> entries = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                cluster.clientProperties(Map.of("isolation.level", "read_committed", "fetch.max.wait.ms", 20)),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> entries.add(new Entry(
                                record.key(), (PortAssignment) avro.deserialize(record.topic(), record.value()))));
            }
        }
        return entries;
    }

    @Override
    public void close() {
        schemas.close();
    }
}
