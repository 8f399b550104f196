package io.portolan.judge;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in a YAML file, in the words of the Sigma specification, and of its detections the one kind that
 * is supported: a selection of server ports and transports. Everything else is refused rather than ignored.
 */
record RuleFile(
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String id,
        @Nullable String status,
        @JsonProperty(required = true) String description,
        @Nullable List<String> references,
        @Nullable String author,
        @Nullable String date,
        @Nullable String modified,
        @Nullable List<String> tags,
        @JsonProperty(required = true) Map<String, String> logsource,
        @JsonProperty(required = true) Detection detection,
        @Nullable List<String> falsepositives,
        @JsonProperty(required = true) Level level,
        @JsonProperty(required = true) Map<Verdict, Level> levels) {
    private static final String TECHNIQUE_TAG = "attack.t";

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build()
            .readerFor(RuleFile.class);

    RuleFile {
        Objects.requireNonNull(title, "title is empty");
        Objects.requireNonNull(id, "id is empty");
        Objects.requireNonNull(detection, "detection is empty");
        Objects.requireNonNull(level, "level is empty");
        Objects.requireNonNull(levels, "levels is empty");
    }

    record Detection(
            @JsonProperty(required = true) Selection selection,
            @JsonProperty(required = true) String condition) {}

    record Selection(
            @JsonProperty(value = "server.port", required = true)
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            Set<Integer> ports,

            @JsonProperty(value = "network.transport", required = true)
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            Set<Transport> transports) {}

    /**
     * Reads one rule.
     *
     * @param name of the file, for messages
     * @throws InvalidRuleException if it is no rule, or says what is not supported
     */
    static Rule read(String name, String yaml) throws InvalidRuleException {
        try {
            RuleFile file = READER.readValue(yaml);
            return file.rule(name);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new InvalidRuleException(name, line, e.getOriginalMessage());
        }
    }

    private Rule rule(String name) throws InvalidRuleException {
        if (!detection.condition().equals("selection")) {
            throw new InvalidRuleException(
                    name, 0, "condition is \"" + detection.condition() + "\"; supported is: selection");
        }
        for (int port : detection.selection().ports()) {
            if (port < 0 || port > 65_535) {
                throw new InvalidRuleException(name, 0, "server.port is " + port + ", not within 0-65535");
            }
        }
        return new Rule(
                id,
                title,
                description,
                level,
                levels,
                technique(),
                detection.selection().ports(),
                detection.selection().transports(),
                falsepositives == null ? List.of() : falsepositives);
    }

    private Optional<String> technique() {
        return tags == null
                ? Optional.empty()
                : tags.stream()
                        .filter(tag -> tag.startsWith(TECHNIQUE_TAG))
                        .map(tag -> tag.substring(TECHNIQUE_TAG.length() - 1).toUpperCase(Locale.ROOT))
                        .findFirst();
    }
}
