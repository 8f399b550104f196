package io.portolan.app.replay;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How far a replay has come.
 *
 * @param records acknowledged by the cluster
 * @param bytes read of the files as they lie there, compressed or not
 * @param total bytes of all files, if all of them have a size
 * @param elapsed since the first record was read
 */
public record ReplayProgress(long records, long bytes, OptionalLong total, Duration elapsed) {
    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;

    /** Records a second, on the average of the whole time; 0 before any time has passed. */
    public double rate() {
        return elapsed.isZero() ? 0 : records * (double) TimeUnit.SECONDS.toNanos(1) / elapsed.toNanos();
    }

    /** Part of the bytes that was read, 0 to 1; nothing where the end is not known. */
    public Optional<Double> part() {
        return total.isEmpty() || total.getAsLong() == 0
                ? Optional.empty()
                : Optional.of(Math.min(1, bytes / (double) total.getAsLong()));
    }

    /** Time until the end, if the rest goes as what is done has gone; nothing where that cannot be told. */
    public Optional<Duration> left() {
        return part().filter(part -> part > 0)
                .map(part -> Duration.ofNanos(Math.round(elapsed.toNanos() * (1 - part) / part)));
    }

    /** In a few words, for example {@code 470 of 780 MB, 1,200,000 records, 240,000/s, 0:04 left}. */
    public String text() {
        return "%s, %,d records, %s/s%s"
                .formatted(
                        sizeText(),
                        records,
                        rateText(),
                        left().map(left -> ", " + text(left) + " left").orElse(""));
    }

    /** A rate as a person reads it: slow ones with a digit more. */
    public String rateText() {
        return (rate() < 10 ? "%,.1f" : "%,.0f").formatted(rate());
    }

    private String sizeText() {
        boolean small = total.orElse(bytes) < 10 * MEGABYTE;
        long unit = small ? KILOBYTE : MEGABYTE;
        String whole = total.isPresent() ? " of %,d".formatted(total.getAsLong() / unit) : "";
        return "%,d%s %s".formatted(bytes / unit, whole, small ? "kB" : "MB");
    }

    /** Hours if there are any, minutes and seconds; what is begun counts. */
    private static String text(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        return seconds >= TimeUnit.HOURS.toSeconds(1)
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
