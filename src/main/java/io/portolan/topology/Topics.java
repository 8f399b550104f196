package io.portolan.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.portolan.judge.YamlFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The topics of the job, read from {@code topology/topics.yaml} or from a site's own file in its place. */
public record Topics(
        @JsonProperty(value = "flow-logs", required = true) Topic flowLogs,

        @JsonProperty(value = "port-registry", required = true)
        Topic portRegistry,

        @JsonProperty(value = "flow-logs-enriched", required = true)
        Topic enrichedFlows,

        @JsonProperty(value = "port-probes", required = true)
        Topic portProbes,

        @JsonProperty(value = "port-sightings", required = true)
        Topic portSightings,

        @JsonProperty(value = "port-alerts", required = true)
        Topic portAlerts,

        @JsonProperty(value = "port-traffic-parts", required = true)
        Topic portTrafficParts,

        @JsonProperty(value = "port-traffic-1m", required = true)
        Topic portTraffic,

        @JsonProperty(value = "port-server-parts", required = true)
        Topic portServerParts,

        @JsonProperty(value = "port-servers", required = true)
        Topic portServers,

        @JsonProperty(value = "flow-logs-dead-letter", required = true)
        Topic deadLetters,

        @JsonProperty(value = "flow-logs-enriched-ecs", required = true)
        Topic enrichedFlowsEcs,

        @JsonProperty(value = "flow-logs-enriched-ocsf", required = true)
        Topic enrichedFlowsOcsf,

        @JsonProperty(value = "port-alerts-ecs", required = true)
        Topic portAlertsEcs,

        @JsonProperty(value = "port-alerts-ocsf", required = true)
        Topic portAlertsOcsf) {
    private static final String BUNDLED = "/topology/topics.yaml";
    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build()
            .readerFor(Topics.class);

    public Topics {
        checkDistinct(Stream.of(
                        flowLogs,
                        portRegistry,
                        enrichedFlows,
                        portProbes,
                        portSightings,
                        portAlerts,
                        portTrafficParts,
                        portTraffic,
                        portServerParts,
                        portServers,
                        deadLetters,
                        enrichedFlowsEcs,
                        enrichedFlowsOcsf,
                        portAlertsEcs,
                        portAlertsOcsf)
                .toList());
    }

    /** The topics that come with the program. */
    public static Topics bundled() {
        try (InputStream in = Objects.requireNonNull(Topics.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            return parse(BUNDLED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the bundled topics cannot be read", e);
        }
    }

    /**
     * The topics of a site's own file, which has the form of the bundled one.
     *
     * @throws IOException if the file cannot be read or is not of that form; the message names file, line and cause
     */
    public static Topics read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /** All of them, in the order of the file. */
    public List<Topic> all() {
        return List.of(
                flowLogs,
                portRegistry,
                enrichedFlows,
                portProbes,
                portSightings,
                portAlerts,
                portTrafficParts,
                portTraffic,
                portServerParts,
                portServers,
                deadLetters,
                enrichedFlowsEcs,
                enrichedFlowsOcsf,
                portAlertsEcs,
                portAlertsOcsf);
    }

    /** Those that a job with these views has, in the order of the file. */
    public List<Topic> used(Views views) {
        Set<Topic> unused = new HashSet<>(List.of(enrichedFlowsEcs, enrichedFlowsOcsf, portAlertsEcs, portAlertsOcsf));
        views.flows().forEach(format -> unused.remove(enrichedFlows(format)));
        views.alerts().forEach(format -> unused.remove(portAlerts(format)));
        return all().stream().filter(topic -> !unused.contains(topic)).toList();
    }

    /** Where enriched flows are written in a SIEM's format. */
    Topic enrichedFlows(ViewFormat format) {
        return switch (format) {
            case ECS -> enrichedFlowsEcs;
            case OCSF -> enrichedFlowsOcsf;
        };
    }

    /** Where alerts are written in a SIEM's format. */
    Topic portAlerts(ViewFormat format) {
        return switch (format) {
            case ECS -> portAlertsEcs;
            case OCSF -> portAlertsOcsf;
        };
    }

    private static Topics parse(String name, String yaml) throws IOException {
        try {
            Topics topics = READER.readValue(yaml);
            if (topics == null) {
                throw new IOException(name + ": holds no topics");
            }
            return topics;
        } catch (JsonProcessingException e) {
            throw new IOException(YamlFault.of(name, yaml, e), e);
        }
    }

    private static void checkDistinct(List<Topic> topics) {
        Set<String> names = new HashSet<>();
        for (Topic topic : topics) {
            if (topic == null) {
                throw new IllegalArgumentException("a topic is empty");
            }
            if (!names.add(topic.name())) {
                throw new IllegalArgumentException("two topics have the name " + topic.name());
            }
        }
    }
}
