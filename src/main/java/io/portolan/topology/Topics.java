package io.portolan.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The topics of the job, read from {@code topology/topics.yaml} or from a site's own file in its place. */
public record Topics(
        @JsonProperty(value = "flow-logs", required = true) Topic flowLogs,

        @JsonProperty(value = "port-registry", required = true)
        Topic portRegistry,

        @JsonProperty(value = "flow-logs-enriched", required = true)
        Topic enrichedFlows,

        @JsonProperty(value = "port-alerts", required = true)
        Topic portAlerts,

        @JsonProperty(value = "flow-logs-dead-letter", required = true)
        Topic deadLetters) {
    private static final String BUNDLED = "/topology/topics.yaml";
    private static final ObjectReader READER = new YAMLMapper().readerFor(Topics.class);

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
        return List.of(flowLogs, portRegistry, enrichedFlows, portAlerts, deadLetters);
    }

    private static Topics parse(String name, String yaml) throws IOException {
        try {
            return READER.readValue(yaml);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IOException(
                    name + ":" + line + ": " + e.getOriginalMessage().replaceAll("\\s+", " "), e);
        }
    }
}
