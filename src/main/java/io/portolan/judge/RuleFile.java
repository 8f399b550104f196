package io.portolan.judge;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.portolan.registry.PortKey;
import io.portolan.registry.Transport;
import io.portolan.schema.Level;
import io.portolan.schema.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private static final Set<Verdict> ALERTED = EnumSet.of(Verdict.SESSION, Verdict.PROBE, Verdict.UNCERTAIN);

    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build()
            .readerFor(RuleFile.class);

    RuleFile {
        present("title", title);
        present("description", description);
        present("detection", detection);
        present("level", level);
        checkId(id);
        checkLevels(present("levels", levels));
        tags = tags == null ? List.of() : complete("tags", tags);
        falsepositives = falsepositives == null ? List.of() : complete("falsepositives", falsepositives);
    }

    record Detection(
            @JsonProperty(required = true) Selection selection,
            @JsonProperty(required = true) String condition) {
        Detection {
            present("selection", selection);
            if (!present("condition", condition).equals("selection")) {
                throw new IllegalArgumentException("condition is \"" + condition + "\"; supported is: selection");
            }
        }
    }

    record Selection(
            @JsonProperty(value = "server.port", required = true)
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            Set<Integer> ports,

            @JsonProperty(value = "network.transport", required = true)
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            Set<Transport> transports) {
        Selection {
            for (int port : complete("server.port", ports)) {
                if (port < 0 || port > PortKey.MAX_PORT) {
                    throw new IllegalArgumentException("server.port is " + port + ", not within 0-" + PortKey.MAX_PORT);
                }
            }
            complete("network.transport", transports);
        }
    }

    /**
     * Reads one rule.
     *
     * @param name of the file, for messages
     * @throws InvalidRuleException if it is no rule, or says what is not supported
     */
    static Rule read(String name, String yaml) throws InvalidRuleException {
        try {
            RuleFile file = READER.readValue(yaml);
            if (file == null) {
                throw new InvalidRuleException(name + ": holds no rule");
            }
            return file.rule();
        } catch (JsonProcessingException e) {
            throw new InvalidRuleException(YamlFault.of(name, yaml, e));
        }
    }

    private Rule rule() {
        return new Rule(
                id,
                title,
                description,
                level,
                levels,
                technique(),
                detection.selection().ports(),
                detection.selection().transports(),
                falsepositives);
    }

    private Optional<String> technique() {
        return tags.stream()
                .filter(tag -> tag.startsWith(TECHNIQUE_TAG))
                .map(tag -> tag.substring(TECHNIQUE_TAG.length() - 1).toUpperCase(Locale.ROOT))
                .findFirst();
    }

    private static void checkId(String id) {
        try {
            UUID.fromString(present("id", id));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("id is " + id + ", not a UUID", e);
        }
    }

    private static void checkLevels(Map<Verdict, Level> levels) {
        levels.forEach((verdict, level) -> {
            present("levels." + verdict, level);
            if (!ALERTED.contains(verdict)) {
                throw new IllegalArgumentException("levels names " + verdict
                        + ", which raises no alert; supported are: session, probe, uncertain");
            }
        });
    }

    private static <T> T present(String key, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(key + " is empty");
        }
        return value;
    }

    private static <T, C extends Collection<T>> C complete(String key, @Nullable C values) {
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException(key + " is empty");
        }
        values.forEach(value -> present(key, value));
        return values;
    }
}
