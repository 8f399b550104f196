package io.portolan.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.kafka.common.config.ConfigException;

/** Refuses keys that nothing reads: a misspelt key would otherwise be a default in silence. */
final class UnknownKeys {
    private static final Pattern INPUT_KEY = Pattern.compile("input\\.[^.]+\\.(topic|format|fields)");
    private static final List<String> OPEN = List.of(ConfigKeys.KAFKA, ConfigKeys.SCHEMA_REGISTRY);

    /** Farther words do not resemble each other. */
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(6);

    private UnknownKeys() {}

    static void refuse(Collection<String> given, Collection<String> known) {
        for (String key : given) {
            boolean open = OPEN.stream().anyMatch(key::startsWith)
                    || INPUT_KEY.matcher(key).matches();
            if (!open && !known.contains(key)) {
                throw new ConfigException("unknown configuration key " + key
                        + nearest(key, known)
                                .map(other -> "; did you mean " + other + "?")
                                .orElse("; docs/configuration.md lists all keys"));
            }
        }
    }

    private static Optional<String> nearest(String key, Collection<String> known) {
        return known.stream()
                .filter(other -> DISTANCE.apply(key, other) >= 0)
                .min(Comparator.comparing((String other) -> DISTANCE.apply(key, other))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
