package io.portolan.app.job;

import io.portolan.app.config.PortolanConfig;
import io.portolan.topology.DeadLetterHandler;
import io.portolan.topology.DeadLetterQueue;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is given: the user's settings, and our handlers, which the dead letters need. */
public final class StreamsSettings {
    private StreamsSettings() {}

    /**
     * The settings of a job.
     *
     * @param queue where its dead letters go
     */
    public static Properties of(PortolanConfig config, DeadLetterQueue queue) {
        Properties settings = new Properties();
        settings.putAll(config.kafka());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(DeadLetterQueue.CONFIG, queue);
        return settings;
    }
}
