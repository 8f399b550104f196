package io.portolan.app.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;

import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;

/**
 * All keys with their defaults, from the flow log to the operation of the process. docs/configuration.md is rendered from here.
 * Keys below {@code kafka.} are those of Kafka Streams and its clients; only the ones for which this job has a default of its
 * own are defined, all others are handed through as they are.
 */
final class ConfigKeys {
    static final String KAFKA = "kafka.";
    static final String SCHEMA_REGISTRY = "schema.registry.";
    static final String INPUT = "input.";

    private ConfigKeys() {}

    static ConfigDef definition() {
        ConfigDef keys = new ConfigDef();
        InputKeys.define(keys);
        SerdeKeys.define(keys);
        RegistryKeys.define(keys);
        JudgeKeys.define(keys);
        StoryKeys.define(keys);
        MemoryKeys.define(keys);
        ViewKeys.define(keys);
        OperationKeys.define(keys);
        HttpKeys.define(keys);
        StreamsKeys.define(keys);
        GroupKeys.define(keys);
        return keys;
    }

    static void defineTime(ConfigDef keys, String name, Duration otherwise, String meaning) {
        keys.define(name, LONG, otherwise.toMillis(), atLeast(1), MEDIUM, meaning);
    }
}
