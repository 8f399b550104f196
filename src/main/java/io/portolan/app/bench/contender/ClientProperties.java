package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that Kafka Streams would give the clients of the job, for clients without Kafka Streams. */
public final class ClientProperties {
    /** That of Kafka Streams, of which the job has none of its own. */
    private static final int MAX_POLL_RECORDS = 1_000;

    private ClientProperties() {}

    /** Those of a consumer. */
    public static Map<String, Object> consumer(PortolanConfig config) {
        Map<String, Object> settings = of(config, StreamsConfig.CONSUMER_PREFIX);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.applicationId());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        return settings;
    }

    /** Those of a producer. */
    public static Map<String, Object> producer(PortolanConfig config) {
        return of(config, StreamsConfig.PRODUCER_PREFIX);
    }

    private static Map<String, Object> of(PortolanConfig config, String prefix) {
        Map<String, Object> settings = config.kafkaClient();
        config.kafka().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
        return settings;
    }
}
