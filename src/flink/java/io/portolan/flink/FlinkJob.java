package io.portolan.flink;

import io.portolan.app.config.PortolanConfig;
import io.portolan.schema.EnrichedFlow;
import io.portolan.wire.GeneratedTrust;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The labelling as one writes it with the DataStream API: the registry as broadcast state, and the generated classes from end to
 * end. It makes of a flow what the obvious design of Kafka Streams makes of it. Flink has no way to wait for the registry
 * before the first flow, so flows that come earlier have no labels.
 */
public final class FlinkJob {
    private FlinkJob() {}

    /**
     * Runs it in this process until that is terminated, as the environment says.
     *
     * @param arguments milliseconds between checkpoints; nothing for as often as the job commits
     */
    public static void main(String[] arguments) throws Exception {
        // The serializer between the operators is not ours.
        GeneratedTrust.allow();
        Map<String, String> keys = keys(Path.of(System.getenv("PORTOLAN_BENCH_PROPERTIES")));
        PortolanConfig config = new PortolanConfig(keys);
        StreamExecutionEnvironment environment = FlinkSettings.environment(config, List.of(arguments));
        label(environment, keys, new FlinkTopics(config));
        environment.execute("flink");
    }

    private static void label(StreamExecutionEnvironment environment, Map<String, String> keys, FlinkTopics topics) {
        BroadcastStream<RegistryChange> registry = environment
                .fromSource(topics.registry(), WatermarkStrategy.noWatermarks(), "registry")
                .setParallelism(1)
                .broadcast(RegistryLabels.REGISTRY);
        DataStream<byte[]> flows = environment.fromSource(topics.flows(), WatermarkStrategy.noWatermarks(), "flows");
        flows.connect(registry)
                .process(new RegistryLabels(keys), new AvroType<>(EnrichedFlow.class))
                .sinkTo(topics.enriched(new FlowWriter(keys)));
    }

    private static Map<String, String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }
}
