package io.portolan.app.job;

import io.portolan.app.broker.BrokerOptions;
import io.portolan.app.cluster.CommittedTopic;
import io.portolan.app.config.PortolanConfig;
import io.portolan.app.registry.LoadedRegistry;
import io.portolan.app.registry.RegistryLoad;
import io.portolan.app.topics.ClusterTopics;
import io.portolan.registry.MalformedRow;
import io.portolan.registry.ParsedRegistry;
import io.portolan.registry.RegistryCsv;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortTraffic;
import io.portolan.wire.server.LocalSchemaRegistry;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A real broker and a real schema registry with the production topics, and what a test writes to and reads from them. */
public final class ClusterHarness implements AutoCloseable {
    public static final String FLOWS = "flows";

    private final Brokers brokers;
    private final LocalSchemaRegistry schemas;
    private final Map<String, String> keys;
    private final PortolanConfig config;

    private ClusterHarness(Brokers brokers, Path folder, String format, Map<String, String> more) throws IOException {
        this.brokers = brokers;
        schemas = LocalSchemaRegistry.start(0);
        keys = new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                brokers.addresses(),
                "kafka.state.dir",
                folder.resolve("state").toString(),
                "kafka.commit.interval.ms",
                "200",
                // A member that was killed is given up after this time; the defaults suit a cluster, not a test.
                "kafka.session.timeout.ms",
                "6000",
                "kafka.heartbeat.interval.ms",
                "500",
                "schema.registry.url",
                schemas.url(),
                "inputs",
                FLOWS,
                "input.flows.format",
                format));
        // Processes of several tests run beside each other.
        keys.put("http.port", "0");
        keys.putAll(more);
        config = new PortolanConfig(keys);
        try (ClusterTopics topics = ClusterTopics.of(config)) {
            topics.create();
        }
    }

    public static ClusterHarness start(Path folder, String format) throws IOException {
        return start(folder, format, Map.of());
    }

    /** As above, with more keys of the configuration. */
    public static ClusterHarness start(Path folder, String format, Map<String, String> keys) throws IOException {
        return start(folder, format, keys, Map.of());
    }

    /** As above, with properties of the broker. */
    public static ClusterHarness start(Path folder, String format, Map<String, String> keys, Map<String, String> broker)
            throws IOException {
        BrokerOptions options =
                BrokerOptions.defaults().withDirectory(folder.resolve("broker")).withProperties(broker);
        return on(Brokers.inProcess(options), folder, format, keys);
    }

    /** As above, on these brokers, which are closed with it. */
    public static ClusterHarness on(Brokers brokers, Path folder, String format, Map<String, String> keys)
            throws IOException {
        return new ClusterHarness(brokers, folder, format, keys);
    }

    /** Takes the broker away; its records stay. */
    public void stopBroker() {
        brokers.stop();
    }

    /** Brings it back at the same address. */
    public void startBroker() {
        brokers.start();
    }

    /** Port of the schema registry. */
    public int schemasPort() {
        return URI.create(schemas.url()).getPort();
    }

    public Map<String, String> keys() {
        return keys;
    }

    public PortolanConfig config() {
        return config;
    }

    /** The configuration with more keys. */
    public PortolanConfig with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(keys);
        all.putAll(more);
        return new PortolanConfig(all);
    }

    /** The configuration as a file. */
    Path configFile(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        return Files.writeString(folder.resolve("portolan.properties"), text);
    }

    /** Publishes a registry of these rows: name, port, transport, description. */
    public void loadRegistry(String... rows) throws IOException {
        String csv = "Service Name,Port Number,Transport Protocol,Description,Registration Date\r\n"
                + String.join("\r\n", rows) + "\r\n";
        ParsedRegistry parsed = RegistryCsv.read(new StringReader(csv), Origin.IANA);
        List<MalformedRow> malformed = parsed.malformed();
        if (!malformed.isEmpty()) {
            throw new IllegalArgumentException(malformed.toString());
        }
        try (RegistryLoad load = RegistryLoad.begin(config)) {
            load.publish(load.plan(new LoadedRegistry("the test's", parsed.registry(), List.of(), 0, csv.length())));
        }
    }

    public void produce(List<String> records) throws ExecutionException, InterruptedException {
        produce(null, records);
    }

    /** To one partition; null leaves it to the producer. */
    public void produce(@Nullable Integer partition, List<String> records)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config.kafkaClient(), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = records.stream()
                    .map(record -> producer.send(
                            new ProducerRecord<>(FLOWS, partition, null, record.getBytes(StandardCharsets.UTF_8))))
                    .toList();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    /** All committed enriched flows, read as soon as there are this many, or what there is when time is out. */
    public List<GenericRecord> enriched(int count) {
        String topic = config.topics().enrichedFlows().name();
        Deserializer<Object> avro = config.avro().generic();
        return committed(topic, count).stream()
                .map(record -> (GenericRecord) avro.deserialize(topic, record.value()))
                .toList();
    }

    /** All records of a topic that are committed now. */
    public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        CommittedTopic.read(config, topic, records::add);
        return records;
    }

    /** The committed records of a topic from its beginning, read as soon as there are this many, or when time is out. */
    public List<ConsumerRecord<byte[], byte[]>> committed(String topic, int count) {
        Map<String, Object> settings = new HashMap<>(config.kafkaClient());
        settings.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int polls = 0; records.size() < count && polls < 600; polls++) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            consumer.poll(Duration.ofMillis(500)).forEach(records::add);
        }
        return records;
    }

    /** All committed alerts, read as soon as there are this many. */
    public List<PortAlert> alerts(int count) {
        String topic = config.topics().portAlerts().name();
        Deserializer<Object> avro = config.avro().specific();
        return committed(topic, count).stream()
                .map(record -> (PortAlert) avro.deserialize(topic, record.value()))
                .toList();
    }

    /** Flows that are counted in the committed traffic of all minutes. */
    public long trafficFlows() {
        String topic = config.topics().portTraffic().name();
        Deserializer<Object> avro = config.avro().specific();
        Map<String, Long> last = new HashMap<>();
        CommittedTopic.read(config, topic, record -> {
            PortTraffic traffic = (PortTraffic) avro.deserialize(topic, record.value());
            last.put(new String(record.key(), StandardCharsets.UTF_8), traffic.getFlows());
        });
        return last.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        brokers.close();
        schemas.close();
    }
}
