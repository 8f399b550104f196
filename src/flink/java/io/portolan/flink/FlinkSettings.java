package io.portolan.flink;

import io.portolan.app.config.PortolanConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.streams.StreamsConfig;

/** Flink as the job is: as many threads, state in memory, all in one process. */
final class FlinkSettings {
    private FlinkSettings() {}

    static StreamExecutionEnvironment environment(PortolanConfig config, List<String> arguments) {
        Configuration settings = new Configuration();
        settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval(config, arguments));
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
        // The memory of the job manager takes no state as large as the registry.
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder(config).toUri().toString());
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        // Who has failed is not to be measured.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        // What Flink knows no serializer of would be an error, and not slow.
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        return StreamExecutionEnvironment.createLocalEnvironment(config.threads(), settings);
    }

    private static Duration interval(PortolanConfig config, List<String> arguments) {
        if (!arguments.isEmpty()) {
            return Duration.ofMillis(Long.parseLong(arguments.get(0)));
        }
        Object interval = config.kafka().get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        return Duration.ofMillis(((Number) Objects.requireNonNull(interval)).longValue());
    }

    private static Path folder(PortolanConfig config) {
        return Path.of(String.valueOf(config.kafka().get(StreamsConfig.STATE_DIR_CONFIG)));
    }
}
