package io.portolan.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.kafka.common.config.ConfigException;

/** Refuses keys that nothing reads: a misspelt key would otherwise be a default in silence. */
final class UnknownKeys {
    private static final Pattern INPUT_KEY = Pattern.compile("input\\.[^.]+\\.(topic|format|fields)");

    /** Farther words do not resemble each other. */
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(6);

    private UnknownKeys() {}

    /**
     * Checks all keys that are given.
     *
     * @param known those that are defined
     * @param own Kafka's keys of the user's own classes
     * @throws ConfigException for one that nothing reads; names it, and the one that was probably meant
     */
    static void refuse(Collection<String> given, Collection<String> known, Collection<String> own) {
        for (String key : given) {
            if (!known.contains(key) && !isOpen(key, own)) {
                throw new ConfigException("unknown configuration key " + key + wayOut(key, known));
            }
        }
    }

    private static boolean isOpen(String key, Collection<String> own) {
        return key.startsWith(ConfigKeys.SCHEMA_REGISTRY)
                || Secrets.isKey(key)
                || INPUT_KEY.matcher(key).matches()
                || (key.startsWith(ConfigKeys.KAFKA)
                        && KafkaKeys.isKnown(key.substring(ConfigKeys.KAFKA.length()), own));
    }

    private static String wayOut(String key, Collection<String> known) {
        boolean kafka = key.startsWith(ConfigKeys.KAFKA);
        Stream<String> kafkas = kafka ? KafkaKeys.names().stream().map(name -> ConfigKeys.KAFKA + name) : Stream.of();
        return nearest(key, Stream.concat(known.stream(), kafkas).toList())
                        .map(other -> "; did you mean " + other + "?")
                        .orElse(
                                kafka
                                        ? "; Kafka Streams and its clients know none of that name"
                                        : "; docs/configuration.md lists all keys")
                + (kafka ? " (A key of a class of yours has to be named in " + OperationKeys.OWN_KEYS + ".)" : "");
    }

    private static Optional<String> nearest(String key, Collection<String> known) {
        return known.stream()
                .filter(other -> DISTANCE.apply(key, other) >= 0)
                .min(Comparator.comparing((String other) -> DISTANCE.apply(key, other))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
