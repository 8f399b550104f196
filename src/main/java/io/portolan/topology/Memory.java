package io.portolan.topology;

import java.time.Duration;

/**
 * How long what a job keeps to be asked for is kept after its last change, by the time of day.
 *
 * @param traffic sums of a minute
 * @param servers servers on forgotten ports
 * @param alerts last alerts of stories
 */
public record Memory(Duration traffic, Duration servers, Duration alerts) {
    /** For tests; the job has the same from its configuration. */
    public static Memory defaults() {
        return new Memory(Duration.ofDays(2), Duration.ofDays(90), Duration.ofDays(7));
    }
}
