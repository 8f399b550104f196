package io.portolan.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;

/**
 * Kafka's provider of a folder with a file for each secret, but for the line feed at the end of a file: an editor puts it
 * there, and no password has one.
 */
public final class SecretFiles extends DirectoryConfigProvider {
    @Override
    public ConfigData get(String path) {
        return withoutLineFeeds(super.get(path));
    }

    @Override
    public ConfigData get(String path, Set<String> keys) {
        return withoutLineFeeds(super.get(path, keys));
    }

    private static ConfigData withoutLineFeeds(ConfigData read) {
        Map<String, String> values = new HashMap<>(read.data());
        values.replaceAll((name, value) -> value.replaceFirst("\\R\\z", ""));
        return new ConfigData(values);
    }
}
