package io.portolan.app.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How far a work on records has come. */
public interface Progress {
    /** Records that are done. */
    long records();

    /** Since the first record was read. */
    Duration elapsed();

    /** Part of the whole that is done, 0 to 1; nothing where the end is not known. */
    Optional<Double> part();

    /** In a few words: what is done, how fast, and the time that is left. */
    String text();

    /** Records a second, on the average of the whole time; 0 before any time has passed. */
    default double rate() {
        return elapsed().isZero()
                ? 0
                : records() * (double) TimeUnit.SECONDS.toNanos(1) / elapsed().toNanos();
    }

    /** A rate as a person reads it: slow ones with a digit more. */
    default String rateText() {
        return (rate() < 10 ? "%,.1f" : "%,.0f").formatted(rate());
    }

    /** Time until the end, if the rest goes as what is done has gone; nothing where that cannot be told. */
    default Optional<Duration> left() {
        return part().filter(part -> part > 0)
                .map(part -> Duration.ofNanos(Math.round(elapsed().toNanos() * (1 - part) / part)));
    }

    /** Such as {@code , 0:04 left}; hours if there are any, minutes and seconds; what is begun counts. */
    default String leftText() {
        return left().map(left -> ", " + clock(left.plusMillis(999).toSeconds()) + " left")
                .orElse("");
    }

    private static String clock(long seconds) {
        return seconds >= TimeUnit.HOURS.toSeconds(1)
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
