package io.portolan.app.command;

import io.portolan.app.cluster.TokenEndpoints;
import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.PortolanConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that talks to a cluster. */
final class ClusterOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file; docs/configuration.md lists the keys. PORTOLAN_* of the environment wins"
                    + " over it, the options below over both.")
    private @Nullable Path file;

    @Option(names = "--bootstrap-server", paramLabel = "HOST:PORT", description = "Brokers to ask first.")
    private @Nullable String brokers;

    @Option(names = "--schema-registry", paramLabel = "URL", description = "Address of the schema registry.")
    private @Nullable String registry;

    /** The configuration that these options, the environment and the file give together. */
    PortolanConfig config() {
        return config(keys());
    }

    /** The configuration of these keys, for the clients of this process. */
    static PortolanConfig config(Map<String, String> keys) {
        PortolanConfig config = new PortolanConfig(keys);
        TokenEndpoints.allow(config);
        return config;
    }

    /** Its keys, unchecked. */
    Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        if (file != null) {
            keys.putAll(ConfigSource.file(file));
        }
        keys.putAll(ConfigSource.environment(System.getenv()));
        if (brokers != null) {
            keys.put("kafka.bootstrap.servers", brokers);
        }
        if (registry != null) {
            keys.put("schema.registry.url", registry);
        }
        return keys;
    }
}
