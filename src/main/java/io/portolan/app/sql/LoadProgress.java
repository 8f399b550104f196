package io.portolan.app.sql;

import io.portolan.app.progress.Progress;
import java.time.Duration;
import java.util.Optional;

/**
 * How far the reading of a topic has come.
 *
 * @param table which is filled
 * @param records read
 * @param done offsets gone through
 * @param total offsets to go through
 * @param elapsed since the first
 */
public record LoadProgress(String table, long records, long done, long total, Duration elapsed) implements Progress {
    @Override
    public Optional<Double> part() {
        return total == 0 ? Optional.empty() : Optional.of(Math.min(1, done / (double) total));
    }

    /** In a few words, for example {@code flows: 1,200,000 records, 240,000/s, 0:04 left}. */
    @Override
    public String text() {
        return "%s: %,d records, %s/s%s".formatted(table, records, rateText(), leftText());
    }
}
