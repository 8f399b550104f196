package io.portolan.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.utils.Utils;

/**
 * Values that stand elsewhere, {@code ${file:/etc/portolan/secrets.properties:password}}, by Kafka's config providers (KIP-297).
 * Those of files, folders and the environment are there without a word; {@code config.providers} names others as Kafka has
 * it. What is not found is an error: Kafka would take the reference itself for the password.
 */
final class Secrets {
    static final String PROVIDERS = "config.providers";

    private static final Pattern KEY = Pattern.compile("config\\.providers\\.[^.]+\\.(class|param\\..+)");

    private static final Map<String, String> CLASSES = Map.of(
            "file", FileConfigProvider.class.getName(),
            "directory", SecretFiles.class.getName(),
            "env", EnvVarConfigProvider.class.getName());

    private Secrets() {}

    /** Whether a key is one of a provider. */
    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /**
     * The values with what they refer to.
     *
     * @throws ConfigException if something is not there; names the key and the place, and no value
     */
    static Map<String, String> resolve(Map<String, String> values) {
        Map<String, String> resolved = new HashMap<>(values);
        resolved.keySet().removeIf(key -> key.equals(PROVIDERS) || isKey(key));
        Map<String, ConfigProvider> providers = providers(values);
        try {
            resolved.replaceAll((key, value) -> resolve(key, value, providers));
            return resolved;
        } finally {
            providers.values().forEach(provider -> Utils.closeQuietly(provider, "config provider"));
        }
    }

    private static String resolve(String key, String value, Map<String, ConfigProvider> providers) {
        List<String> references = references(value, providers);
        if (references.isEmpty()) {
            return value;
        }
        ConfigTransformer transformer = new ConfigTransformer(providers);
        references.forEach(reference -> check(transformer, key, reference));
        return transform(transformer, value);
    }

    private static void check(ConfigTransformer transformer, String key, String reference) {
        String found;
        try {
            found = transform(transformer, reference);
        } catch (KafkaException e) {
            throw new ConfigException(key + " refers to " + reference + ", which cannot be read: " + e.getMessage());
        }
        if (found.equals(reference)) {
            throw new ConfigException(
                    key + " refers to " + reference + ", and there is nothing of that name; check path and name");
        }
    }

    private static String transform(ConfigTransformer transformer, String value) {
        return String.valueOf(transformer.transform(Map.of("", value)).data().get(""));
    }

    private static List<String> references(String value, Map<String, ConfigProvider> providers) {
        List<String> references = new ArrayList<>();
        Matcher matcher = ConfigTransformer.DEFAULT_PATTERN.matcher(value);
        while (matcher.find()) {
            if (providers.containsKey(matcher.group(1))) {
                references.add(matcher.group());
            }
        }
        return references;
    }

    private static Map<String, ConfigProvider> providers(Map<String, String> values) {
        Map<String, ConfigProvider> providers = new HashMap<>();
        CLASSES.keySet().forEach(name -> providers.put(name, provider(name, values)));
        for (String name : values.getOrDefault(PROVIDERS, "").split("\\s*,\\s*", -1)) {
            if (!name.isBlank()) {
                providers.computeIfAbsent(name.strip(), added -> provider(added, values));
            }
        }
        return providers;
    }

    private static ConfigProvider provider(String name, Map<String, String> values) {
        String prefix = PROVIDERS + "." + name + ".";
        String type = values.getOrDefault(prefix + "class", CLASSES.get(name));
        if (type == null) {
            throw new ConfigException(
                    PROVIDERS + " names " + name + "; set " + prefix + "class to the class of the provider");
        }
        String parameters = prefix + "param.";
        try {
            ConfigProvider provider = Utils.newInstance(type, ConfigProvider.class);
            provider.configure(values.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(parameters))
                    .collect(Collectors.toMap(
                            entry -> entry.getKey().substring(parameters.length()), Map.Entry::getValue)));
            return provider;
        } catch (ClassNotFoundException | KafkaException e) {
            throw new ConfigException(prefix + "class: " + type + " cannot be used: " + e.getMessage());
        }
    }
}
