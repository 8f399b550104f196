package io.portolan.app.cluster;

import io.portolan.app.config.PortolanConfig;
import java.util.Map;

/** Settings that the configuration has for one kind of client. */
public final class ClientSettings {
    private ClientSettings() {}

    /** Copies what stands under a prefix of Kafka Streams, such as {@code producer.}, without it. */
    public static void copy(PortolanConfig config, String prefix, Map<String, Object> settings) {
        config.kafka().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
    }
}
