package io.portolan.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where a configuration comes from: a properties file, and on top of it {@code PORTOLAN_*} of the environment. There,
 * {@code _} stands for a dot, {@code __} for an underscore and {@code ___} for a hyphen: {@code
 * PORTOLAN_KAFKA_BOOTSTRAP_SERVERS} is {@code kafka.bootstrap.servers}.
 */
public final class ConfigSource {
    private static final String PREFIX = "PORTOLAN_";
    private static final String HYPHEN = "\u0001";
    private static final String UNDERSCORE = "\u0002";

    /** Variables of the launcher, which are no keys. */
    private static final Set<String> NOT_KEYS = Set.of("PORTOLAN_JAVA_OPTS");

    private ConfigSource() {}

    /**
     * The keys of a properties file.
     *
     * @throws ConfigException if it cannot be read
     */
    public static Map<String, String> file(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            throw new ConfigException("configuration file " + file + " does not exist");
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("configuration file " + file + " cannot be read: " + e.getMessage());
        }
        Map<String, String> keys = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> keys.put(key, properties.getProperty(key)));
        return keys;
    }

    /** The keys that an environment sets. */
    public static Map<String, String> environment(Map<String, String> environment) {
        Map<String, String> keys = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !NOT_KEYS.contains(name)) {
                keys.put(key(name.substring(PREFIX.length())), value);
            }
        });
        return keys;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("___", HYPHEN)
                .replace("__", UNDERSCORE)
                .replace('_', '.')
                .replace(HYPHEN, "-")
                .replace(UNDERSCORE, "_");
    }
}
