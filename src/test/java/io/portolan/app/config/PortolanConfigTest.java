package io.portolan.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.topology.Input;
import io.portolan.topology.SharedRocksDb;
import io.portolan.topology.ViewFormat;
import io.portolan.topology.Views;
import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortolanConfigTest {
    @TempDir
    private Path folder;

    @Test
    void everyDefaultIsPinned() {
        assertThat(ConfigKeys.definition().defaultValues())
                .containsOnly(
                        entry("inputs", List.of("flow-logs")),
                        entry("topics.path", ""),
                        entry("views.alerts", List.of()),
                        entry("views.flows", List.of()),
                        entry("rules.path", ""),
                        entry("story.update.ms", 600_000L),
                        entry("story.quiet.ms", 3_600_000L),
                        entry("story.grace.ms", 300_000L),
                        entry("story.memory.ms", 604_800_000L),
                        entry("scan.targets", 3),
                        entry("scan.window.ms", 86_400_000L),
                        entry("traffic.memory.ms", 172_800_000L),
                        entry("servers.memory.ms", 7_776_000_000L),
                        entry("alerts.memory.ms", 604_800_000L),
                        entry("stores.memory.bytes", 67_108_864L),
                        entry("rules.enabled", List.of("stable")),
                        entry("rules.reload.ms", 5_000L),
                        entry("filters.path", ""),
                        entry("registry.site.path", ""),
                        entry("log.format", "text"),
                        entry("log.level", "warn"),
                        entry("fault.patience.ms", 900_000L),
                        entry("own.kafka.keys", List.of()),
                        entry("config.providers", List.of()),
                        entry("kafka.group.protocol", "classic"),
                        entry("kafka.num.standby.replicas", 0),
                        entry("kafka.rack.aware.assignment.tags", List.of()),
                        entry("kafka.client.rack", ""),
                        entry(
                                "registry.source.url",
                                "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv"),
                        entry("registry.source.path", "service-names-port-numbers.csv"),
                        entry("registry.source.timeout.ms", 60_000),
                        entry("http.enabled", true),
                        entry("http.host", "127.0.0.1"),
                        entry("http.port", 8274),
                        entry("http.advertised.address", ""),
                        entry("http.token", new Password("")),
                        entry("http.token.path", ""),
                        entry("http.anonymous.allowed", false),
                        entry("http.tls.certificate.path", ""),
                        entry("http.tls.key.path", ""),
                        entry("http.tls.key.password", new Password("")),
                        entry("http.tls.keystore.path", ""),
                        entry("http.tls.keystore.password", new Password("")),
                        entry("http.tls.trust.path", ""),
                        entry("avro.serializer", AvroSerializer.class),
                        entry("avro.deserializer", AvroDeserializer.class),
                        entry("schema.registry.url", "http://localhost:8081"),
                        entry("schema.registry.avro.remove.java.properties", true),
                        entry("kafka.bootstrap.servers", "localhost:9092"),
                        entry("kafka.application.id", "portolan"),
                        entry("kafka.processing.guarantee", "exactly_once_v2"),
                        entry("kafka.num.stream.threads", 2),
                        entry("kafka.commit.interval.ms", 2_000L),
                        entry("kafka.statestore.cache.max.bytes", 0L),
                        entry("kafka.rocksdb.config.setter", SharedRocksDb.class),
                        entry("kafka.processing.exception.handler.global.enabled", true),
                        entry("kafka.consumer.auto.offset.reset", "earliest"),
                        entry("kafka.consumer.isolation.level", "read_committed"),
                        entry("kafka.restore.consumer.fetch.max.wait.ms", 100),
                        entry("kafka.producer.batch.size", 262_144),
                        entry("kafka.producer.max.request.size", 8_388_608),
                        entry("kafka.retry.backoff.ms", 10L),
                        entry("kafka.producer.linger.ms", 20L),
                        entry("kafka.producer.compression.type", "lz4"),
                        entry("kafka.producer.delivery.timeout.ms", 120_000));
    }

    @Test
    void eachKindOfViewNamesItsFormats() {
        PortolanConfig config = new PortolanConfig(Map.of("views.alerts", "ecs, ocsf", "views.flows", "ocsf"));

        assertThat(config.views())
                .isEqualTo(new Views(Set.of(ViewFormat.ECS, ViewFormat.OCSF), Set.of(ViewFormat.OCSF)));
        assertThat(new PortolanConfig(Map.of()).views()).isEqualTo(new Views(Set.of(), Set.of()));
    }

    @Test
    void anUnknownViewIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> new PortolanConfig(Map.of("views.alerts", "cef")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("views.alerts")
                .hasMessageContaining("cef")
                .hasMessageContaining("ecs, ocsf");
    }

    @Test
    void theDefaultInputIsTheCanonicalTopic() {
        PortolanConfig config = new PortolanConfig(Map.of());

        assertThat(config.inputs())
                .extracting(Input::name, Input::topic, input -> input.format().name())
                .containsExactly(tuple("flow-logs", "flow-logs", "avro"));
    }

    @Test
    void eachInputNamesItsTopicFormatAndColumns() {
        PortolanConfig config = new PortolanConfig(Map.of(
                "inputs", "zeek, vpc",
                "input.zeek.topic", "sensor.conn",
                "input.zeek.format", "zeek-conn",
                "input.vpc.format", "aws-vpc",
                "input.vpc.fields", "version srcaddr,dstaddr  srcport dstport protocol start end"));

        assertThat(config.inputs()).hasSize(2);
        assertThat(config.inputs().get(0).topic()).isEqualTo("sensor.conn");
        assertThat(config.inputs().get(0).format().name()).isEqualTo("zeek-conn");
        assertThat(config.inputs().get(1).topic()).isEqualTo("vpc");
        assertThat(config.inputs().get(1).fields())
                .containsExactly("version", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "start", "end");
    }

    @Test
    void columnsThatGiveNoFlowAreAnErrorOfTheConfiguration() {
        PortolanConfig config = new PortolanConfig(
                Map.of("inputs", "vpc", "input.vpc.format", "aws-vpc", "input.vpc.fields", "srcaddr bytes"));

        assertThatThrownBy(config::inputs)
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "input.vpc.fields: the columns of an input of the format aws-vpc lack start, srcport, dstaddr,"
                                + " dstport, protocol, without which there is no flow; they are srcaddr bytes");
    }

    @Test
    void everyKafkaKeyIsHandedThrough() {
        PortolanConfig config = new PortolanConfig(Map.of(
                "kafka.security.protocol", "SASL_SSL",
                "kafka.consumer.max.poll.records", "77",
                "kafka.producer.linger.ms", "5"));

        assertThat(config.kafka())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("consumer.max.poll.records", "77")
                .containsEntry("producer.linger.ms", 5L)
                .containsEntry("bootstrap.servers", "localhost:9092");
        assertThat(config.kafkaClient())
                .containsEntry("security.protocol", "SASL_SSL")
                .doesNotContainKeys("application.id", "producer.linger.ms", "consumer.max.poll.records");
    }

    @Test
    void schemaRegistryKeysAreHandedThrough() {
        PortolanConfig config = new PortolanConfig(Map.of(
                "schema.registry.url", "http://registry:8081",
                "schema.registry.auto.register.schemas", "false"));

        assertThat(config.schemaRegistry())
                .containsEntry("schema.registry.url", "http://registry:8081")
                .containsEntry("auto.register.schemas", "false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule.path          | unknown configuration key rule.path; did you mean rules.path?
            bootstrap.servers  | unknown configuration key bootstrap.servers; did you mean kafka.bootstrap.servers?
            input.zeek.formats | unknown configuration key input.zeek.formats; docs/configuration.md lists all keys
            frobnicate.always  | unknown configuration key frobnicate.always; docs/configuration.md lists all keys
            """)
    void anUnknownKeyIsRefusedWithTheOneThatWasMeant(String key, String message) {
        assertThatThrownBy(() -> new PortolanConfig(Map.of(key, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kafka.bootstrap.severs              | ; did you mean kafka.bootstrap.servers?
            kafka.num.stream.treads             | ; did you mean kafka.num.stream.threads?
            kafka.producer.linger               | ; did you mean kafka.producer.linger.ms?
            kafka.consumer.max.poll.record      | ; did you mean kafka.consumer.max.poll.records?
            kafka.admin.request.timeout         | ; did you mean kafka.admin.request.timeout.ms?
            kafka.topic.retention               | ; did you mean kafka.topic.retention.ms?
            kafka.my.interceptor.greeting.style | ; Kafka Streams and its clients know none of that name
            """)
    void aKeyThatKafkaDoesNotKnowIsRefusedWithTheOneThatWasMeant(String key, String wayOut) {
        assertThatThrownBy(() -> new PortolanConfig(Map.of(key, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("unknown configuration key " + key + wayOut
                        + " (A key of a class of yours has to be named in own.kafka.keys.)");
    }

    @Test
    void keysThatKafkaKnowsAndThoseOfTheUsersOwnClassesAreHandedThrough() {
        PortolanConfig config = new PortolanConfig(Map.of(
                "kafka.client.tag.zone", "east",
                "kafka.rack.aware.assignment.tags", "zone",
                "kafka.client.rack", "rack-1",
                "kafka.num.standby.replicas", "1",
                "kafka.sasl.oauthbearer.token.endpoint.url", "https://sso",
                "kafka.restore.consumer.max.poll.records", "9",
                "kafka.my.greeting", "hello",
                "kafka.consumer.filter.depth", "3",
                "own.kafka.keys", "my.greeting, consumer.filter.*"));

        assertThat(config.kafka())
                .containsEntry("client.tag.zone", "east")
                .containsEntry("rack.aware.assignment.tags", List.of("zone"))
                .containsEntry("client.rack", "rack-1")
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("my.greeting", "hello")
                .containsEntry("consumer.filter.depth", "3")
                .doesNotContainKey("own.kafka.keys");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKeyAndTheFormatsThereAre() {
        PortolanConfig config = new PortolanConfig(Map.of("inputs", "a", "input.a.format", "zeek"));

        assertThatThrownBy(config::inputs)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("input.a.format: unknown format zeek")
                .hasMessageContaining("zeek-conn");
    }

    @Test
    void anInputThatIsNamedTwiceIsRefused() {
        PortolanConfig config = new PortolanConfig(Map.of("inputs", "a,a", "input.a.format", "zeek-conn"));

        assertThatThrownBy(config::inputs)
                .isInstanceOf(ConfigException.class)
                .hasMessage("inputs names a twice; name each input once");
    }

    @Test
    void aTopicOfTwoInputsIsRefused() {
        PortolanConfig config = new PortolanConfig(
                Map.of("inputs", "a,b", "input.a.topic", "logs", "input.b.topic", "logs", "input.b.format", "aws-vpc"));

        assertThatThrownBy(config::inputs)
                .isInstanceOf(ConfigException.class)
                .hasMessage("input.a and input.b both read topic logs; a topic has one format, leave one of them out");
    }

    @Test
    void aPathThatLeadsNowhereIsToldWithItsKeyAndTheCause() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.txt"), "");
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> new PortolanConfig(Map.of("topics.path", missing.toString())))
                .hasMessage("topics.path: " + missing + " does not exist");
        assertThatThrownBy(() -> new PortolanConfig(Map.of("rules.path", missing.toString())).rules())
                .hasMessage("rules.path: " + missing + " does not exist");
        assertThatThrownBy(() -> new PortolanConfig(Map.of("rules.path", file.toString())).rules())
                .hasMessage("rules.path: " + file + " is not a folder");
    }

    @Test
    void theEnvironmentNamesKeysWithUnderscores() {
        Map<String, String> keys = ConfigSource.environment(Map.of(
                "PORTOLAN_KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "PORTOLAN_INPUT_FLOW___LOGS_TOPIC", "flows",
                "PORTOLAN_INPUT_MY__ZEEK_FORMAT", "zeek-conn",
                "PORTOLAN_LOG_LEVEL", "INFO",
                "PORTOLAN_JAVA_OPTS", "-Xmx1g",
                "HOME", "/nowhere"));

        assertThat(keys)
                .containsOnly(
                        entry("kafka.bootstrap.servers", "broker:9092"),
                        entry("input.flow-logs.topic", "flows"),
                        entry("input.my_zeek.format", "zeek-conn"),
                        entry("log.level", "INFO"));
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> ConfigSource.file(Path.of("no/such.properties")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("configuration file no/such.properties does not exist");
    }

    @Test
    void aFileIsReadAsProperties() throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "# comment\nkafka.application.id = mine\n");

        assertThat(ConfigSource.file(file)).containsOnly(entry("kafka.application.id", "mine"));
    }
}
