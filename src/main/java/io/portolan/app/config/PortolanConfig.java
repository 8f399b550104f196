package io.portolan.app.config;

import io.portolan.alert.story.StorySettings;
import io.portolan.judge.RuleBook;
import io.portolan.judge.Rules;
import io.portolan.topology.AvroSerdes;
import io.portolan.topology.Input;
import io.portolan.topology.Memory;
import io.portolan.topology.StoreMemory;
import io.portolan.topology.Topics;
import io.portolan.topology.ViewFormat;
import io.portolan.topology.Views;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of a job or a command, checked. Values that may be secret are never printed or logged. */
public final class PortolanConfig extends AbstractConfig {
    private static final ConfigDef KEYS = ConfigKeys.definition();

    private final Topics topics;

    /**
     * A configuration of these keys and of defaults for all others.
     *
     * @throws ConfigException if a key is unknown or a value cannot be used; names the key and the way out
     */
    public PortolanConfig(Map<String, String> values) {
        super(KEYS, Secrets.resolve(values), false);
        UnknownKeys.refuse(values.keySet(), KEYS.names(), getList(OperationKeys.OWN_KEYS));
        this.topics = ConfigFiles.topics(path(InputKeys.TOPICS_PATH));
    }

    /** The topics, bundled or the site's own. */
    public Topics topics() {
        return topics;
    }

    /** All rules, bundled or the site's own, and the site's filters, in force or not. */
    public RuleBook ruleBook() {
        return ConfigFiles.rules(rulesPath(), filtersPath());
    }

    /** The rules in force. */
    public Rules rules() {
        try {
            return ruleBook().inForce(enabledRules());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(JudgeKeys.RULES_ENABLED + ": " + e.getMessage());
        }
    }

    /** A site's own folder of rules, if one is configured. */
    public Optional<Path> rulesPath() {
        return path(JudgeKeys.RULES_PATH);
    }

    /** A site's folder of filters, if one is configured. */
    public Optional<Path> filtersPath() {
        return path(JudgeKeys.FILTERS_PATH);
    }

    /** Statuses and ids of the rules in force. */
    public Set<String> enabledRules() {
        return Set.copyOf(getList(JudgeKeys.RULES_ENABLED));
    }

    /** How often the folders of rules and filters are looked at again; zero is never. */
    public Duration rulesReload() {
        return Duration.ofMillis(getLong(JudgeKeys.RULES_RELOAD));
    }

    /** When stories are told. */
    public StorySettings stories() {
        return new StorySettings(
                millis(StoryKeys.STORY_UPDATE),
                millis(StoryKeys.STORY_QUIET),
                millis(StoryKeys.STORY_GRACE),
                millis(StoryKeys.STORY_MEMORY),
                getInt(StoryKeys.SCAN_TARGETS),
                millis(StoryKeys.SCAN_WINDOW));
    }

    /** How long is kept what can be asked for. */
    public Memory memory() {
        return new Memory(
                millis(MemoryKeys.TRAFFIC_MEMORY), millis(MemoryKeys.SERVERS_MEMORY), millis(MemoryKeys.ALERTS_MEMORY));
    }

    /** Memory for the stores of an instance that are on disk; to be closed after them. */
    public StoreMemory storeMemory() {
        return new StoreMemory(getLong(MemoryKeys.STORES_MEMORY));
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
        return millis(OperationKeys.FAULT_PATIENCE);
    }

    /** What is written for a SIEM beside the Avro records. */
    public Views views() {
        return new Views(formats(ViewKeys.VIEWS_ALERTS), formats(ViewKeys.VIEWS_FLOWS));
    }

    /** A site's own file of port assignments, if one is configured. */
    public Optional<Path> sitePath() {
        return path(RegistryKeys.SITE_PATH);
    }

    /** Address that the port registry is downloaded from, as it was configured. */
    public String registryAddress() {
        return getString(RegistryKeys.SOURCE_URL);
    }

    /** File that a downloaded port registry is kept in. */
    public Path registryPath() {
        return Path.of(getString(RegistryKeys.SOURCE_PATH));
    }

    /** How long a server of a registry may take to answer, and again to send all of it. */
    public Duration registryTimeout() {
        return Duration.ofMillis(getInt(RegistryKeys.SOURCE_TIMEOUT));
    }

    /**
     * Where flow logs come from.
     *
     * @throws ConfigException if an input has no such format, or columns that the format refuses
     */
    public List<Input> inputs() {
        return InputSettings.of(this);
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
        return ClientSettings.of(kafka());
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
        return SerdeSettings.schemaRegistry(below(ConfigKeys.SCHEMA_REGISTRY));
    }

    /** The Avro serdes, configured; each call makes new ones. */
    public AvroSerdes avro() {
        return SerdeSettings.of(this);
    }

    private Set<ViewFormat> formats(String key) {
        List<String> names = getList(key);
        return Arrays.stream(ViewFormat.values())
                .filter(format -> names.contains(format.text()))
                .collect(Collectors.toSet());
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
}
