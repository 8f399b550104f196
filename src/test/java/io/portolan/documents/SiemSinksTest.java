package io.portolan.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.portolan.topology.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What carries the topics to a SIEM reads those that there are, and nothing of a transaction that was given up. */
class SiemSinksTest {
    private static final Path FOLDER = Path.of("deploy/siem");
    private static final List<String> TOPICS = List.of(
            Topics.bundled().portAlertsEcs().name(),
            Topics.bundled().enrichedFlowsEcs().name());

    @ParameterizedTest
    @ValueSource(strings = {"opensearch", "elasticsearch", "splunk"})
    void aConnectorReadsCommittedDocumentsOfBothTopics(String name) throws IOException {
        JsonNode connector = new ObjectMapper()
                .readTree(FOLDER.resolve("connect/" + name + ".json").toFile());
        JsonNode config = connector.get("config");

        assertThat(connector.get("name").asText()).isEqualTo("portolan-" + name);
        assertThat(config.get("topics").asText().split(",")).containsExactlyElementsOf(TOPICS);
        assertThat(config.get("consumer.override.isolation.level").asText()).isEqualTo("read_committed");
        assertThat(config).allSatisfy(value -> assertThat(value.isTextual()).isTrue());
        assertThat(config.properties())
                .filteredOn(entry -> entry.getKey().matches(".*(password|token)"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue().asText()).startsWith("${file:"));
    }

    @Test
    void splunkEndsAnEventWhereTheConnectorDoes() throws IOException {
        JsonNode config = new ObjectMapper()
                .readTree(FOLDER.resolve("connect/splunk.json").toFile())
                .get("config");
        Properties props = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("splunk/props.conf"))) {
            props.load(reader);
        }

        assertThat(props.getProperty("LINE_BREAKER"))
                .isEqualTo("(" + config.get("splunk.hec.raw.line.breaker").asText() + ")");
        assertThat(config.get("splunk.sourcetypes").asText().split(","))
                .hasSameSizeAs(TOPICS)
                .containsOnly("portolan:ecs");
        assertThat(Files.readString(FOLDER.resolve("splunk/props.conf"))).contains("[portolan:ecs]");
    }

    @Test
    void vectorReadsBothTopicsIntoTheIndicesOfTheirNames() throws IOException {
        JsonNode vector = new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve("vector/portolan.yaml").toFile());

        assertThat(vector.at("/sources"))
                .map(source -> source.at("/topics/0").asText())
                .containsExactlyElementsOf(TOPICS);
        assertThat(vector.at("/sources"))
                .allSatisfy(source -> assertThat(
                                source.at("/librdkafka_options/isolation.level").asText())
                        .isEqualTo("read_committed"));
        assertThat(vector.at("/sinks"))
                .map(sink -> sink.at("/bulk/index").asText())
                .containsExactlyElementsOf(TOPICS);
        assertThat(inputs(vector, "transforms")).containsExactlyElementsOf(names(vector.get("sources")));
        assertThat(inputs(vector, "sinks")).containsExactlyElementsOf(names(vector.get("transforms")));
    }

    @Test
    void logstashReadsBothTopicsIntoTheIndicesOfTheirNames() throws IOException {
        String config = Files.readString(FOLDER.resolve("logstash/portolan.conf"));

        assertThat(found("topics => \\[\"([^\"]*)\"]", config)).containsExactlyElementsOf(TOPICS);
        assertThat(found("\\[@metadata]\\[index]\" => \"([^\"]*)\"", config)).containsExactlyElementsOf(TOPICS);
        assertThat(found("isolation_level => \"(\\w*)\"", config)).containsExactly("read_committed", "read_committed");
        assertThat(config.chars().filter(letter -> letter == '{').count())
                .isEqualTo(config.chars().filter(letter -> letter == '}').count());
    }

    private static List<String> inputs(JsonNode vector, String kind) {
        return vector.get(kind)
                .valueStream()
                .map(part -> part.at("/inputs/0").asText())
                .toList();
    }

    private static List<String> names(JsonNode parts) {
        return parts.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
