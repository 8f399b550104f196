package io.portolan.app.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * All that a comparison came to.
 *
 * @param date day of the end in UTC, as ISO 8601 writes it
 * @param machine that it ran on
 * @param versions of Portolan and Kafka
 * @param flows that were written; each contender read all of them in a run, or its share
 * @param flowBytes mean size of a flow log
 * @param partitions of the topic of flow logs, and of the output
 * @param rounds each contender ran once in
 * @param seed of the mix of flows
 * @param watched share of flows on a watched port
 * @param threads of every instance
 * @param instances of every contender
 * @param restarted whether they were started anew in the middle of the flows, and measured from then on
 * @param registryEntries of the port registry
 * @param javaOptions of every process
 * @param settings of the clients, as all contenders share them
 * @param runs in their order
 */
public record BenchReport(
        String date,
        Machine machine,
        Map<String, String> versions,
        long flows,
        double flowBytes,
        int partitions,
        int rounds,
        long seed,
        double watched,
        int threads,
        int instances,
        boolean restarted,
        int registryEntries,
        List<String> javaOptions,
        Map<String, String> settings,
        List<BenchRun> runs) {
    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public BenchReport {
        versions = Map.copyOf(versions);
        javaOptions = List.copyOf(javaOptions);
        settings = Map.copyOf(settings);
        runs = List.copyOf(runs);
    }

    static BenchReport of(
            BenchOptions options, PortolanConfig config, int registryEntries, double flowBytes, List<BenchRun> runs)
            throws IOException {
        Conditions conditions = options.conditions();
        String version = BenchReport.class.getPackage().getImplementationVersion();
        return new BenchReport(
                LocalDate.now(ZoneOffset.UTC).toString(),
                Machine.here(),
                Map.of(
                        "portolan",
                        Objects.requireNonNullElse(version, "(not from a jar)"),
                        "kafka",
                        AppInfoParser.getVersion()),
                options.flows(),
                flowBytes,
                config.topics().flowLogs().partitions(),
                options.rounds(),
                options.seed(),
                conditions.watched(),
                conditions.threads().orElse(config.threads()),
                conditions.instances(),
                conditions.restarted(),
                registryEntries,
                JavaCommand.options(),
                shared(config),
                runs);
    }

    /** Those of the producers and consumers, and how often is committed. */
    private static Map<String, String> shared(PortolanConfig config) {
        Map<String, String> shared = new TreeMap<>();
        config.kafka().forEach((key, value) -> {
            if (key.startsWith("producer.") || key.startsWith("consumer.") || key.startsWith("commit.")) {
                shared.put(key, String.valueOf(value));
            }
        });
        return shared;
    }

    /**
     * A report that was written.
     *
     * @throws IOException if it cannot be read, or is none
     */
    public static BenchReport read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), BenchReport.class);
    }

    /** Writes it as JSON. */
    public void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }

    /** The medians, an entrant each. */
    public List<Score> scores() {
        return Score.of(runs);
    }
}
