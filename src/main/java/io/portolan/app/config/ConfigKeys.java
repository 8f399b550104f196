package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.CLASS;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;
import static org.apache.kafka.common.config.ConfigDef.ValidString.in;

import io.portolan.alert.story.StorySettings;
import io.portolan.app.logging.LogFormat;
import io.portolan.app.logging.LogSettings;
import io.portolan.judge.RuleBook;
import io.portolan.topology.Memory;
import io.portolan.topology.SmallRocksDb;
import io.portolan.topology.ViewFormat;
import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;

/**
 * All keys with their defaults. docs/configuration.md is rendered from here. Keys below {@code kafka.} are those of Kafka
 * Streams and its clients; only the ones for which this job has a default of its own are defined, all others are handed
 * through as they are.
 */
final class ConfigKeys {
    static final String KAFKA = "kafka.";
    static final String SCHEMA_REGISTRY = "schema.registry.";
    static final String INPUT = "input.";

    static final String INPUTS = "inputs";
    static final String TOPICS_PATH = "topics.path";
    static final String RULES_PATH = "rules.path";
    static final String VIEWS_ALERTS = "views.alerts";
    static final String VIEWS_FLOWS = "views.flows";
    static final String RULES_ENABLED = "rules.enabled";
    static final String RULES_RELOAD = "rules.reload.ms";
    static final String FILTERS_PATH = "filters.path";
    static final String SITE_PATH = "registry.site.path";
    static final String SOURCE_URL = "registry.source.url";
    static final String SOURCE_PATH = "registry.source.path";
    static final String SOURCE_TIMEOUT = "registry.source.timeout.ms";
    static final String SCHEMA_REGISTRY_URL = SCHEMA_REGISTRY + "url";
    static final String AVRO_SERIALIZER = "avro.serializer";
    static final String AVRO_DESERIALIZER = "avro.deserializer";

    static final String STORY_UPDATE = "story.update.ms";
    static final String STORY_QUIET = "story.quiet.ms";
    static final String STORY_GRACE = "story.grace.ms";
    static final String STORY_MEMORY = "story.memory.ms";
    static final String SCAN_TARGETS = "scan.targets";
    static final String SCAN_WINDOW = "scan.window.ms";

    static final String TRAFFIC_MEMORY = "traffic.memory.ms";
    static final String SERVERS_MEMORY = "servers.memory.ms";
    static final String ALERTS_MEMORY = "alerts.memory.ms";

    static final String OWN_KEYS = "own.kafka.keys";
    static final String FAULT_PATIENCE = "fault.patience.ms";

    private static final int ONE_MINUTE = 60_000;
    private static final int FIVE_SECONDS = 5_000;

    private ConfigKeys() {}

    static ConfigDef definition() {
        ConfigDef keys = new ConfigDef();
        defineOwn(keys);
        defineStories(keys);
        defineMemory(keys);
        defineViews(keys);
        defineRules(keys);
        defineRegistrySource(keys);
        defineOperation(keys);
        HttpKeys.define(keys);
        defineKafka(keys);
        defineGroup(keys);
        return keys;
    }

    private static void defineOwn(ConfigDef keys) {
        keys.define(
                INPUTS,
                LIST,
                List.of("flow-logs"),
                HIGH,
                "Names of the inputs. Each has the keys `input.<name>.topic` (default: the name), `input.<name>.format`"
                        + " (default: avro) and `input.<name>.fields` (order of the columns, separated by blanks or"
                        + " commas, where a format has columns; default: the format's own).");
        keys.define(
                SCHEMA_REGISTRY_URL,
                STRING,
                "http://localhost:8081",
                HIGH,
                "Addresses of the schema registry, separated by commas. Any other key below `schema.registry.` is handed"
                        + " to the Avro serializers without that prefix, for example"
                        + " `schema.registry.basic.auth.user.info`.");
        keys.define(
                SCHEMA_REGISTRY + "avro.remove.java.properties",
                BOOLEAN,
                true,
                LOW,
                "Registers the schemas as they stand in schemas/, without what Java's code generator adds to them, so"
                        + " that every writer has the same ids.");
        keys.define(
                AVRO_SERIALIZER,
                CLASS,
                AvroSerializer.class,
                LOW,
                "Class of the Avro serializer; Confluent's KafkaAvroSerializer does as well.");
        keys.define(
                AVRO_DESERIALIZER,
                CLASS,
                AvroDeserializer.class,
                LOW,
                "Class of the Avro deserializer; Confluent's KafkaAvroDeserializer does as well.");
        keys.define(
                TOPICS_PATH,
                STRING,
                "",
                MEDIUM,
                "A file in the place of the bundled topology/topics.yaml: other topic names, partitions, retention.");
        keys.define(
                SITE_PATH,
                STRING,
                "",
                MEDIUM,
                "A file in the place of the bundled topology/registry/site.csv: a site's own names, which win over"
                        + " IANA's.");
    }

    private static void defineStories(ConfigDef keys) {
        StorySettings defaults = StorySettings.defaults();
        defineTime(
                keys,
                STORY_UPDATE,
                defaults.update(),
                "How often an open story is told again at most, because of its counts alone. All these times are event"
                        + " times, in milliseconds.");
        defineTime(
                keys,
                STORY_QUIET,
                defaults.quiet(),
                "A story ends when nothing was seen for so long; so far apart both directions of a conversation may be reported.");
        defineTime(keys, STORY_GRACE, defaults.grace(), "And so much longer, for flow logs that come late.");
        defineTime(
                keys,
                STORY_MEMORY,
                defaults.memory(),
                "How long an ended story is remembered; until then its server is not seen for the first time.");
        keys.define(
                SCAN_TARGETS,
                INT,
                defaults.scanTargets(),
                atLeast(2),
                MEDIUM,
                "From so many distinct servers on a client that is not answered is a scanner, and all of its attempts on"
                        + " the port are one story.");
        defineTime(keys, SCAN_WINDOW, defaults.scanWindow(), "How far apart two attempts of a scanner may be.");
    }

    private static void defineMemory(ConfigDef keys) {
        Memory defaults = Memory.defaults();
        defineTime(
                keys,
                TRAFFIC_MEMORY,
                defaults.traffic(),
                "How long the traffic of a minute can be asked for after the last flow that was added to it. This time and"
                        + " the two below are by the time of day, in milliseconds. A flow that comes later still begins a"
                        + " new sum.");
        defineTime(
                keys,
                SERVERS_MEMORY,
                defaults.servers(),
                "How long a server on a forgotten port stays in the inventory when nothing more is seen of it.");
        defineTime(keys, ALERTS_MEMORY, defaults.alerts(), "How long the last alert of a story can be asked for.");
    }

    private static void defineTime(ConfigDef keys, String name, Duration otherwise, String meaning) {
        keys.define(name, LONG, otherwise.toMillis(), atLeast(1), MEDIUM, meaning);
    }

    private static void defineViews(ConfigDef keys) {
        String[] formats =
                Arrays.stream(ViewFormat.values()).map(ViewFormat::text).toArray(String[]::new);
        keys.define(
                VIEWS_ALERTS,
                LIST,
                List.of(),
                ConfigDef.ValidList.in(formats),
                MEDIUM,
                "Formats of a SIEM in which alerts are written too, each to a topic of its own: `ecs`, `ocsf`"
                        + " (docs/siem.md).");
        keys.define(
                VIEWS_FLOWS,
                LIST,
                List.of(),
                ConfigDef.ValidList.in(formats),
                MEDIUM,
                "Formats of a SIEM in which enriched flows are written too, each to a topic of its own: `ecs`, `ocsf`"
                        + " (docs/siem.md).");
    }

    private static void defineRules(ConfigDef keys) {
        keys.define(
                RULES_PATH, STRING, "", MEDIUM, "A folder in the place of the bundled topology/rules: other rules.");
        keys.define(
                RULES_ENABLED,
                LIST,
                List.copyOf(RuleBook.ENABLED),
                MEDIUM,
                "Which rules are in force: statuses (stable, test, experimental) and ids of rules. The others watch nothing"
                        + " and cost nothing.");
        keys.define(
                FILTERS_PATH,
                STRING,
                "",
                MEDIUM,
                "A folder of Sigma filters, the site's allow-lists; it may be empty. There are none without it.");
        keys.define(
                RULES_RELOAD,
                LONG,
                (long) FIVE_SECONDS,
                atLeast(0),
                LOW,
                "How often the job looks whether the folders of rules and filters have changed, in milliseconds; 0 is"
                        + " never. What is right replaces the rules at once, what is wrong is logged and left out.");
    }

    private static void defineRegistrySource(ConfigDef keys) {
        keys.define(
                SOURCE_URL,
                STRING,
                "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv",
                LOW,
                "Address that `registry fetch` downloads the port registry from, IANA's or a mirror's: CSV or XML, plain"
                        + " or gzip, 64 MiB at most.");
        keys.define(
                SOURCE_PATH,
                STRING,
                "service-names-port-numbers.csv",
                new ConfigDef.NonEmptyString(),
                LOW,
                "File that `registry fetch` keeps it in. A path that is not absolute begins in the folder where the"
                        + " command runs.");
        keys.define(
                SOURCE_TIMEOUT,
                INT,
                ONE_MINUTE,
                atLeast(1),
                LOW,
                "How long a server of a registry may take to answer, and again to send all of it, in milliseconds.");
    }

    private static void defineOperation(ConfigDef keys) {
        keys.define(
                LogSettings.FORMAT,
                STRING,
                LogSettings.DEFAULT_FORMAT.text(),
                in(Arrays.stream(LogFormat.values()).map(LogFormat::text).toArray(String[]::new)),
                MEDIUM,
                "How `run` writes to standard error: `text`, or `json` for one object a line with the field names of the"
                        + " Elastic Common Schema, whatever it has to say.");
        keys.define(
                LogSettings.LEVEL,
                STRING,
                LogSettings.DEFAULT_LEVEL,
                ConfigDef.CaseInsensitiveValidString.in(LogSettings.LEVELS.toArray(String[]::new)),
                MEDIUM,
                "From which level on `run` logs: `error`, `warn`, `info`, `debug`, `trace`. With `warn` the few lines of its own"
                        + " that tell of changes are there as well.");
        keys.define(
                Secrets.PROVIDERS,
                LIST,
                List.of(),
                LOW,
                "Names of Kafka's config providers beside `file`, `directory` and `env`, each with"
                        + " `config.providers.<name>.class` and `config.providers.<name>.param.*` (docs/security.md).");
        keys.define(
                OWN_KEYS,
                LIST,
                List.of(),
                LOW,
                "Keys below `kafka.` that are read by classes of yours, such as an interceptor or a metrics reporter, without"
                        + " `kafka.`; one that ends in `*` stands for all that begin so. Any other that Kafka does not know"
                        + " is an error.");
        keys.define(
                FAULT_PATIENCE,
                LONG,
                15L * ONE_MINUTE,
                atLeast(0),
                MEDIUM,
                "How long a fault that should pass, such as a schema registry that is away, may come again and again before it"
                        + " ends the job, in milliseconds; 0 ends it at the first.");
    }

    private static void defineKafka(ConfigDef keys) {
        keys.define(
                KAFKA + "bootstrap.servers", STRING, "localhost:9092", HIGH, "Brokers to ask first, host:port each.");
        keys.define(
                KAFKA + "application.id",
                STRING,
                "portolan",
                HIGH,
                "Names the job on the cluster: its consumer group and the prefix of its transactions.");
        keys.define(
                KAFKA + "processing.guarantee",
                STRING,
                "exactly_once_v2",
                in("exactly_once_v2", "at_least_once"),
                HIGH,
                "Exactly once by default: a crash neither loses nor doubles a flow for readers of committed records.");
        keys.define(
                KAFKA + "num.stream.threads",
                INT,
                2,
                atLeast(1),
                MEDIUM,
                "Threads of this instance. They share their labels without waiting for each other.");
        keys.define(
                KAFKA + "commit.interval.ms",
                LONG,
                200L,
                atLeast(0),
                MEDIUM,
                "How often output is committed, and so how late readers of committed records see it.");
        keys.define(
                KAFKA + "producer.batch.size",
                INT,
                262_144,
                atLeast(0),
                LOW,
                "Largest batch in bytes. Kafka's own 16 KiB is the clearest cost of a job that only moves bytes.");
        keys.define(
                KAFKA + "producer.max.request.size",
                INT,
                8_388_608,
                atLeast(0),
                LOW,
                "Largest record in bytes, before compression: as large as the dead-letter topic takes, so that the record"
                        + " that fills any other topic's limit has room for the headers of a dead letter.");
        keys.define(
                KAFKA + "producer.linger.ms", LONG, 20L, atLeast(0), LOW, "How long a batch may wait to be filled.");
        keys.define(
                KAFKA + "producer.compression.type",
                STRING,
                "lz4",
                LOW,
                "Compression of what is written; lz4 costs little, zstd about a quarter of the throughput.");
        keys.define(
                KAFKA + "producer.delivery.timeout.ms",
                INT,
                2 * ONE_MINUTE,
                atLeast(0),
                LOW,
                "How long a record may take to be written before the thread gives up and is replaced.");
        keys.define(
                KAFKA + "consumer.auto.offset.reset",
                STRING,
                "earliest",
                LOW,
                "Where a job that never committed begins to read.");
        keys.define(
                KAFKA + "consumer.isolation.level",
                STRING,
                "read_committed",
                LOW,
                "What a producer has not committed is not read, also at least once: a replay of dead letters that died is"
                        + " void.");
        keys.define(
                KAFKA + "statestore.cache.max.bytes",
                LONG,
                0L,
                atLeast(0),
                LOW,
                "No record cache: the registry is in memory as it is, and the stories are few.");
        keys.define(
                KAFKA + "rocksdb.config.setter",
                CLASS,
                SmallRocksDb.class,
                LOW,
                "Keeps the stores of the stories small: 16 MiB of memory each at most.");
        keys.define(
                KAFKA + "processing.exception.handler.global.enabled",
                BOOLEAN,
                true,
                LOW,
                "What Kafka Streams 5 does anyway; without it version 4 advises so in the log at every start.");
    }

    /** What an operator sets who runs several instances. */
    private static void defineGroup(ConfigDef keys) {
        keys.define(
                KAFKA + "group.protocol",
                STRING,
                "classic",
                in("classic", "streams", "auto"),
                MEDIUM,
                "The rebalance protocol: `classic`; `streams`, that of the cluster (KIP-1071), which refuses any change of the"
                        + " inputs so far; `auto`, streams where the cluster has it and no other setting needs classic"
                        + " (docs/operations.md).");
        keys.define(
                KAFKA + "num.standby.replicas",
                INT,
                0,
                atLeast(0),
                MEDIUM,
                "Copies of the stores of stories on other instances, so that one of them takes over without reading the"
                        + " changelogs first. With the protocol streams the job sets it at the group on the cluster.");
        keys.define(
                KAFKA + "rack.aware.assignment.tags",
                LIST,
                List.of(),
                LOW,
                "Keys of the tags by which standby replicas are spread, for example `zone`; each instance says its own with"
                        + " `kafka.client.tag.zone`. Needs the protocol classic.");
        keys.define(
                KAFKA + "client.rack",
                STRING,
                "",
                LOW,
                "The rack or zone of this instance, as the brokers have it in `broker.rack`: what is read is read from the"
                        + " nearest replica, if the cluster lets it.");
    }
}
