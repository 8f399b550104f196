package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.rules.LiveRules;
import io.portolan.registry.BundledRegistry;
import io.portolan.registry.PortKey;
import io.portolan.registry.Registry;
import io.portolan.registry.RegistryRelease;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortAssignment;
import io.portolan.topology.FlowTopology;
import io.portolan.topology.JobCounters;
import io.portolan.topology.SentRecords;
import io.portolan.topology.StoreMemory;
import io.portolan.topology.Topics;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The production topology with the production configuration on Kafka's test driver, and a real schema registry: what a
 * test changes is the inputs.
 */
final class JobHarness implements AutoCloseable {
    /** Of this one alone: the tests of another process have a job of the same name. */
    private final Path state = Files.createTempDirectory("portolan-test");

    private final LocalSchemaRegistry schemas;
    private final PortolanConfig config;
    private final JobCounters counters = new JobCounters();
    private final Topology built;
    private final TopologyTestDriver driver;
    private final StoreMemory memory;

    /** Milliseconds by which the job's time of day is ahead of the machine's. */
    private long ahead;

    private JobHarness(Map<String, String> keys) throws IOException {
        schemas = LocalSchemaRegistry.start(0);
        Map<String, String> all = new HashMap<>(keys);
        all.put("schema.registry.url", schemas.url());
        all.put("kafka.state.dir", state.toString());
        config = new PortolanConfig(all);
        FlowTopology topology = at(JobTopology.of(config, new LiveRules(config), counters), this::now);
        built = topology.build();
        memory = config.storeMemory();
        driver = new TopologyTestDriver(built, StreamsSettings.of(config, topology.deadLetterQueue(), memory));
    }

    static JobHarness start(Map<String, String> keys) throws IOException {
        return new JobHarness(keys);
    }

    /** With one input in the given format, read from topic {@code flows}. */
    static JobHarness reading(String format) throws IOException {
        return start(Map.of("inputs", "flows", "input.flows.format", format));
    }

    /** As {@link #reading}, outside transactions, from which the test driver drops what a handler sends. */
    static JobHarness showingDeadLetters(String format) throws IOException {
        return start(
                Map.of("inputs", "flows", "input.flows.format", format, "kafka.processing.guarantee", "at_least_once"));
    }

    TopologyDescription describe() {
        return built.describe();
    }

    PortolanConfig config() {
        return config;
    }

    Topics topics() {
        return config.topics();
    }

    JobCounters counters() {
        return counters;
    }

    /** Publishes the bundled registry's entries for these ports, and its release. */
    void publishBundled(String... ports) throws IOException {
        Registry registry = BundledRegistry.load().registry();
        for (String port : ports) {
            publish(port, registry.find(PortKey.parse(port)).orElseThrow());
        }
        publish(RegistryRelease.KEY, registry.release());
    }

    /** Publishes an entry; null takes it away. */
    void publish(String key, PortAssignment entry) {
        publishBytes(
                key,
                entry == null
                        ? null
                        : config.avro()
                                .serializer()
                                .serialize(topics().portRegistry().name(), entry));
    }

    /** Publishes these bytes as an entry, and lets the time pass until one without a release is shown. */
    void publishBytes(String key, byte[] value) {
        driver.createInputTopic(topics().portRegistry().name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
        ahead += 1_000;
    }

    void pipe(String record) {
        pipe(record.getBytes(StandardCharsets.UTF_8));
    }

    void pipe(byte[] record) {
        flows(config.inputs().get(0).topic()).pipeInput(record);
    }

    TestInputTopic<byte[], byte[]> flows(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The enriched flows since the last call. */
    List<GenericRecord> enriched() {
        return enrichedRecords().stream().map(TestRecord::value).toList();
    }

    List<TestRecord<byte[], GenericRecord>> enrichedRecords() {
        String topic = topics().enrichedFlows().name();
        return written(topic).stream()
                .map(record -> new TestRecord<>(
                        record.key(),
                        (GenericRecord) config.avro().generic().deserialize(topic, record.value()),
                        record.headers(),
                        record.timestamp()))
                .toList();
    }

    /** The alerts since the last call, with their keys. */
    List<TestRecord<String, PortAlert>> alerts() {
        return read(topics().portAlerts().name(), PortAlert.class);
    }

    /** What was written of a class to a topic since the last call. */
    <T> List<TestRecord<String, T>> read(String name, Class<T> type) {
        TestOutputTopic<String, Object> topic = driver.createOutputTopic(
                name, new StringDeserializer(), config.avro().specific());
        return topic.readRecordsToList().stream()
                .map(record ->
                        new TestRecord<>(record.key(), type.cast(record.value()), record.headers(), record.timestamp()))
                .toList();
    }

    /** Lets the time of day go on. */
    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What was written to a topic since the last call. */
    List<TestRecord<byte[], byte[]>> written(String topic) {
        return SentRecords.of(
                topic,
                driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList());
    }

    /** The dead letters since the last call. */
    List<TestRecord<byte[], byte[]>> deadLetters() {
        return written(topics().deadLetters().name());
    }

    static String header(TestRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** From now on no schema registry answers. */
    void stopSchemaRegistry() {
        schemas.close();
    }

    @Override
    public void close() throws IOException {
        driver.close();
        memory.close();
        schemas.close();
        Utils.delete(state.toFile());
    }

    private long now() {
        return System.currentTimeMillis() + ahead;
    }

    private static FlowTopology at(FlowTopology topology, LongSupplier now) {
        return new FlowTopology(
                topology.topics(),
                topology.inputs(),
                topology.rules(),
                topology.stories(),
                topology.memory(),
                topology.views(),
                topology.avro(),
                topology.counters(),
                now);
    }
}
