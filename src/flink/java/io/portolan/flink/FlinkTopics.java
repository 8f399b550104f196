package io.portolan.flink;

import io.portolan.app.bench.contender.ClientProperties;
import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.EnrichedFlow;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The topics of the job as Flink's sources and sink, with the settings of the job's clients. */
final class FlinkTopics {
    private final PortolanConfig config;

    FlinkTopics(PortolanConfig config) {
        this.config = config;
    }

    KafkaSource<byte[]> flows() {
        return FlinkTopics.<byte[]>source(text(ClientProperties.consumer(config)))
                .setTopics(config.topics().flowLogs().name())
                .setDeserializer(new FlowReader())
                .build();
    }

    /** In a group of its own: each group of a source has one set of topics. */
    KafkaSource<RegistryChange> registry() {
        Properties settings = text(ClientProperties.consumer(config));
        settings.setProperty(ConsumerConfig.GROUP_ID_CONFIG, config.applicationId() + "-registry");
        return FlinkTopics.<RegistryChange>source(settings)
                .setTopics(config.topics().portRegistry().name())
                .setDeserializer(new RegistryReader())
                .build();
    }

    KafkaSink<EnrichedFlow> enriched(FlowWriter writer) {
        return KafkaSink.<EnrichedFlow>builder()
                .setBootstrapServers(config.brokers())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setKafkaProducerConfig(text(ClientProperties.producer(config)))
                .setRecordSerializer(writer)
                .build();
    }

    private static <T> KafkaSourceBuilder<T> source(Properties settings) {
        // Flink has its own word for it, and warns of Kafka's.
        settings.remove(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
        return KafkaSource.<T>builder().setProperties(settings).setStartingOffsets(OffsetsInitializer.earliest());
    }

    private static Properties text(Map<String, Object> settings) {
        Properties text = new Properties();
        settings.forEach((key, value) -> {
            if (value instanceof List<?> several) {
                text.setProperty(key, several.stream().map(String::valueOf).collect(Collectors.joining(",")));
            } else if (value != null) {
                text.setProperty(key, value.toString());
            }
        });
        return text;
    }
}
