package io.portolan.app.config;

import io.portolan.alert.story.StorySettings;
import io.portolan.flow.FlowFormat;
import io.portolan.flow.FlowParser;
import io.portolan.flow.format.FlowFormats;
import io.portolan.judge.InvalidRuleException;
import io.portolan.judge.RuleBook;
import io.portolan.judge.RuleFiles;
import io.portolan.judge.Rules;
import io.portolan.topology.AvroSerdes;
import io.portolan.topology.Input;
import io.portolan.topology.Memory;
import io.portolan.topology.Topics;
import io.portolan.topology.ViewFormat;
import io.portolan.topology.Views;
import io.portolan.wire.AvroDeserializer;
import io.portolan.wire.AvroSerializer;
import io.portolan.wire.GeneratedTrust;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of a job or a command, checked. Values that may be secret are never printed or logged. */
public final class PortolanConfig extends AbstractConfig {
    private static final ConfigDef KEYS = ConfigKeys.definition();
    private static final String SPECIFIC_READER = "specific.avro.reader";

    private static final Set<String> STREAMS_ONLY = Set.copyOf(streamsOnly());
    private static final List<String> CLIENT_PREFIXES = List.of(
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX,
            StreamsConfig.TOPIC_PREFIX);

    private final Topics topics;

    /**
     * A configuration of these keys and of defaults for all others.
     *
     * @throws ConfigException if a key is unknown or a value cannot be used; names the key and the way out
     */
    public PortolanConfig(Map<String, String> values) {
        super(KEYS, Secrets.resolve(values), false);
        UnknownKeys.refuse(values.keySet(), KEYS.names(), getList(ConfigKeys.OWN_KEYS));
        this.topics = readTopics();
    }

    /** The topics, bundled or the site's own. */
    public Topics topics() {
        return topics;
    }

    /** All rules, bundled or the site's own, and the site's filters, in force or not. */
    public RuleBook ruleBook() {
        filtersPath().ifPresent(folder -> checkFolder(ConfigKeys.FILTERS_PATH, folder));
        try {
            return RuleFiles.read(rulesPath(), filtersPath());
        } catch (IOException e) {
            throw unusable(ConfigKeys.RULES_PATH, e);
        } catch (InvalidRuleException e) {
            throw new ConfigException(e.getMessage());
        }
    }

    /** The rules in force. */
    public Rules rules() {
        try {
            return ruleBook().inForce(enabledRules());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(ConfigKeys.RULES_ENABLED + ": " + e.getMessage());
        }
    }

    /** A site's own folder of rules, if one is configured. */
    public Optional<Path> rulesPath() {
        return path(ConfigKeys.RULES_PATH);
    }

    /** A site's folder of filters, if one is configured. */
    public Optional<Path> filtersPath() {
        return path(ConfigKeys.FILTERS_PATH);
    }

    /** Statuses and ids of the rules in force. */
    public Set<String> enabledRules() {
        return Set.copyOf(getList(ConfigKeys.RULES_ENABLED));
    }

    /** How often the folders of rules and filters are looked at again; zero is never. */
    public Duration rulesReload() {
        return Duration.ofMillis(getLong(ConfigKeys.RULES_RELOAD));
    }

    /** When stories are told. */
    public StorySettings stories() {
        return new StorySettings(
                millis(ConfigKeys.STORY_UPDATE),
                millis(ConfigKeys.STORY_QUIET),
                millis(ConfigKeys.STORY_GRACE),
                millis(ConfigKeys.STORY_MEMORY),
                getInt(ConfigKeys.SCAN_TARGETS),
                millis(ConfigKeys.SCAN_WINDOW));
    }

    /** How long is kept what can be asked for. */
    public Memory memory() {
        return new Memory(
                millis(ConfigKeys.TRAFFIC_MEMORY), millis(ConfigKeys.SERVERS_MEMORY), millis(ConfigKeys.ALERTS_MEMORY));
    }

    private Duration millis(String key) {
        return Duration.ofMillis(getLong(key));
    }

    /** How many standby replicas were asked for; empty if nobody did. */
    public OptionalInt standbys() {
        String key = ConfigKeys.KAFKA + "num.standby.replicas";
        return originals().containsKey(key) ? OptionalInt.of(getInt(key)) : OptionalInt.empty();
    }

    /** How long a fault that should pass may come again and again before it ends the job. */
    public Duration faultPatience() {
        return millis(ConfigKeys.FAULT_PATIENCE);
    }

    /** What is written for a SIEM beside the Avro records. */
    public Views views() {
        return new Views(formats(ConfigKeys.VIEWS_ALERTS), formats(ConfigKeys.VIEWS_FLOWS));
    }

    /** A site's own file of port assignments, if one is configured. */
    public Optional<Path> sitePath() {
        return path(ConfigKeys.SITE_PATH);
    }

    /** Address that the port registry is downloaded from, as it was configured. */
    public String registryAddress() {
        return getString(ConfigKeys.SOURCE_URL);
    }

    /** File that a downloaded port registry is kept in. */
    public Path registryPath() {
        return Path.of(getString(ConfigKeys.SOURCE_PATH));
    }

    /** How long a server of a registry may take to answer, and again to send all of it. */
    public Duration registryTimeout() {
        return Duration.ofMillis(getInt(ConfigKeys.SOURCE_TIMEOUT));
    }

    /**
     * Where flow logs come from.
     *
     * @throws ConfigException if an input has no such format, or columns that the format refuses
     */
    public List<Input> inputs() {
        List<Input> inputs =
                getList(ConfigKeys.INPUTS).stream().map(this::input).toList();
        checkDistinct(inputs);
        return inputs;
    }

    /**
     * Where the HTTP server listens, and whom it answers.
     *
     * @throws ConfigException if everybody could ask without it having been said, or a value cannot be used
     */
    public HttpSettings http() {
        return HttpSettings.of(this);
    }

    /** What Kafka Streams and the clients are given, without our prefix. */
    public Map<String, Object> kafka() {
        return below(ConfigKeys.KAFKA);
    }

    /** What a client of the cluster is given that is no part of the job: the settings that are not Streams' own. */
    public Map<String, Object> kafkaClient() {
        Map<String, Object> client = kafka();
        client.keySet()
                .removeIf(key ->
                        STREAMS_ONLY.contains(key) || CLIENT_PREFIXES.stream().anyMatch(key::startsWith));
        return client;
    }

    /** What the job is called on the cluster: its consumer group. */
    public String applicationId() {
        return getString(ConfigKeys.KAFKA + "application.id");
    }

    /** Threads of this instance. */
    public int threads() {
        return getInt(ConfigKeys.KAFKA + "num.stream.threads");
    }

    /** The brokers that are asked first. */
    public String brokers() {
        return getString(ConfigKeys.KAFKA + "bootstrap.servers");
    }

    /** What the Avro serializers are given. */
    public Map<String, Object> schemaRegistry() {
        Map<String, Object> registry = new HashMap<>();
        below(ConfigKeys.SCHEMA_REGISTRY)
                .forEach(
                        (key, value) -> registry.put(keepsPrefix(key) ? ConfigKeys.SCHEMA_REGISTRY + key : key, value));
        return registry;
    }

    /** Without the prefix, TLS would be that of the brokers. */
    private static boolean keepsPrefix(String key) {
        return key.equals("url") || key.startsWith("ssl.");
    }

    /** The Avro serdes, configured; each call makes new ones. */
    public AvroSerdes avro() {
        if (!getClass(ConfigKeys.AVRO_SERIALIZER).equals(AvroSerializer.class)
                || !getClass(ConfigKeys.AVRO_DESERIALIZER).equals(AvroDeserializer.class)) {
            GeneratedTrust.allow();
        }
        return new AvroSerdes(serializer(), deserializer(true), deserializer(false));
    }

    @SuppressWarnings("unchecked") // which class it is, is for whoever configures it to know
    private Serializer<Object> serializer() {
        Serializer<Object> serializer = getConfiguredInstance(ConfigKeys.AVRO_SERIALIZER, Serializer.class);
        serializer.configure(schemaRegistry(), false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // as above
    private Deserializer<Object> deserializer(boolean specific) {
        Map<String, Object> settings = schemaRegistry();
        settings.put(SPECIFIC_READER, specific);
        Deserializer<Object> deserializer = getConfiguredInstance(ConfigKeys.AVRO_DESERIALIZER, Deserializer.class);
        deserializer.configure(settings, false);
        return deserializer;
    }

    private Input input(String name) {
        Map<String, Object> keys = originalsWithPrefix(ConfigKeys.INPUT + name + ".");
        Object topic = keys.getOrDefault(
                "topic", name.equals("flow-logs") ? topics.flowLogs().name() : name);
        FlowFormat format = format(name, keys);
        return new Input(name, topic.toString(), format, columns(name, format, keys));
    }

    private Set<ViewFormat> formats(String key) {
        List<String> names = getList(key);
        return Arrays.stream(ViewFormat.values())
                .filter(format -> names.contains(format.text()))
                .collect(Collectors.toSet());
    }

    /** A parser is made once here: refused columns would otherwise make a dead letter of every record. */
    private static List<String> columns(String name, FlowFormat format, Map<String, Object> keys) {
        List<String> columns =
                FlowFormats.columns(keys.getOrDefault("fields", "").toString());
        try {
            FlowParser unused = format.parser().apply(columns);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(ConfigKeys.INPUT + name + ".fields: " + e.getMessage());
        }
        return columns;
    }

    /** Kafka Streams would refuse both, in words of its own. */
    private static void checkDistinct(List<Input> inputs) {
        Map<String, String> nameOfTopic = new HashMap<>();
        for (Input input : inputs) {
            String other = nameOfTopic.put(input.topic(), input.name());
            if (input.name().equals(other)) {
                throw new ConfigException(ConfigKeys.INPUTS + " names " + other + " twice; name each input once");
            }
            if (other != null) {
                throw new ConfigException(ConfigKeys.INPUT + other + " and " + ConfigKeys.INPUT + input.name()
                        + " both read topic " + input.topic() + "; a topic has one format, leave one of them out");
            }
        }
    }

    private static FlowFormat format(String name, Map<String, Object> keys) {
        String format = keys.getOrDefault("format", "avro").toString();
        try {
            return FlowFormats.named(format);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(ConfigKeys.INPUT + name + ".format: " + e.getMessage());
        }
    }

    private static Set<String> streamsOnly() {
        Set<String> keys = new HashSet<>(StreamsConfig.configDef().names());
        keys.removeAll(AdminClientConfig.configNames());
        return keys;
    }

    private Topics readTopics() {
        Optional<Path> file = path(ConfigKeys.TOPICS_PATH);
        try {
            return file.isPresent() ? Topics.read(file.get()) : Topics.bundled();
        } catch (IOException e) {
            throw unusable(ConfigKeys.TOPICS_PATH, e);
        }
    }

    /** All keys below a prefix, without it: those given and the defaults of those defined. */
    private Map<String, Object> below(String prefix) {
        Map<String, Object> values = new HashMap<>(originalsWithPrefix(prefix));
        KEYS.names().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> values.put(key.substring(prefix.length()), get(key)));
        return values;
    }

    private Optional<Path> path(String key) {
        return Optional.of(getString(key)).filter(text -> !text.isEmpty()).map(Path::of);
    }

    /** A fault of the filters' folder must not be told as one of the rules'. */
    private static void checkFolder(String key, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw unusable(
                    key,
                    Files.exists(folder)
                            ? new NotDirectoryException(folder.toString())
                            : new NoSuchFileException(folder.toString()));
        }
    }

    private static ConfigException unusable(String key, Exception cause) {
        return new ConfigException(key + ": " + reason(cause));
    }

    /** The messages of these are the name of the file and nothing else. */
    private static String reason(Exception cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (cause instanceof NotDirectoryException file) {
            return file.getFile() + " is not a folder";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be read";
        }
        return String.valueOf(cause.getMessage());
    }
}
