package io.portolan.app.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which traffic is asked for.
 *
 * @param from first minute; empty for the hour before the end
 * @param to end, exclusive; empty for the newest minute of which there is traffic, inclusive
 * @param by what it is told apart by; it is summed over the rest
 */
public record TrafficQuery(Optional<Instant> from, Optional<Instant> to, Set<TrafficDimension> by) {
    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    public TrafficQuery {
        by = Set.copyOf(by);
    }

    /**
     * The same with both ends; without them if nothing is there that they could be told from.
     *
     * @param newest newest minute of which there is traffic
     */
    TrafficQuery within(Optional<Instant> newest) {
        Optional<Instant> end = to.or(() -> newest.map(minute -> minute.plus(MINUTE)));
        Optional<Instant> start = from.or(() -> end.map(last -> last.minus(HOUR)));
        // A start after all traffic: nothing, and not an end before the start.
        Optional<Instant> last = end.map(time -> start.filter(time::isBefore).orElse(time));
        return new TrafficQuery(start.filter(time -> last.isPresent()), last, by);
    }

    /** Whether both ends are known. */
    boolean isBounded() {
        return from.isPresent() && to.isPresent();
    }
}
