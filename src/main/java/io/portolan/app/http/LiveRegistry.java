package io.portolan.app.http;

import io.portolan.app.query.JobState;
import io.portolan.registry.PortKey;
import io.portolan.registry.Registry;
import io.portolan.registry.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * The registry in force in the job, put in order once and again when it changed: reading a hundred thousand entries for
 * each question would be slow. Whether it changed is seen at its version and at the entries that are asked for.
 */
final class LiveRegistry {
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long SHORTEST_NANOS = Duration.ofSeconds(5).toNanos();

    private @Nullable Registry registry;
    private long readAt;

    /**
     * The registry.
     *
     * @param asked port or name that is asked for
     * @throws ProblemException if none is loaded
     */
    synchronized Registry get(JobState state, String asked) {
        // A registry in which nothing has a date has no version.
        String version = state.registryVersion().orElse("");
        Registry last = registry;
        if (last != null && last.version().equals(version) && !isOld(last, state, asked)) {
            return last;
        }
        Registry now = Registry.of(state.assignments(), version);
        if (now.entries().isEmpty()) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE_503,
                    "no port registry is loaded; load one with: portolan registry load --bundled");
        }
        registry = now;
        readAt = System.nanoTime();
        return now;
    }

    private boolean isOld(Registry last, JobState state, String asked) {
        long age = System.nanoTime() - readAt;
        Optional<Boolean> differs = keys(last, asked)
                .map(key -> !last.find(key).equals(state.assignment(key)))
                .reduce(Boolean::logicalOr);
        // A name that is not known may be new.
        return age > LONGEST_NANOS || differs.orElse(age > SHORTEST_NANOS);
    }

    private static Stream<PortKey> keys(Registry last, String asked) {
        boolean number =
                !asked.isEmpty() && asked.length() <= 5 && asked.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number) {
            int port = Integer.parseInt(asked);
            return port > 65_535
                    ? Stream.empty()
                    : Stream.of(Transport.values()).map(transport -> new PortKey(transport, port));
        }
        return last.named(asked).stream().map(Registry::key);
    }
}
