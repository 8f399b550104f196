package io.portolan.app.replay;

import io.portolan.app.progress.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a replay has come.
 *
 * @param records acknowledged by the cluster
 * @param bytes read of the files as they lie there, compressed or not
 * @param total bytes of all files, if all of them have a size
 * @param elapsed since the first record was read
 */
public record ReplayProgress(long records, long bytes, OptionalLong total, Duration elapsed) implements Progress {
    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;

    /** Part of the bytes that was read. */
    @Override
    public Optional<Double> part() {
        return total.isEmpty() || total.getAsLong() == 0
                ? Optional.empty()
                : Optional.of(Math.min(1, bytes / (double) total.getAsLong()));
    }

    /** In a few words, for example {@code 470 of 780 MB, 1,200,000 records, 240,000/s, 0:04 left}. */
    @Override
    public String text() {
        return "%s, %,d records, %s/s%s".formatted(sizeText(), records, rateText(), leftText());
    }

    private String sizeText() {
        boolean small = total.orElse(bytes) < 10 * MEGABYTE;
        long unit = small ? KILOBYTE : MEGABYTE;
        String whole = total.isPresent() ? " of %,d".formatted(total.getAsLong() / unit) : "";
        return "%,d%s %s".formatted(bytes / unit, whole, small ? "kB" : "MB");
    }
}
