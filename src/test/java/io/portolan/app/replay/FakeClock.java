package io.portolan.app.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits. */
final class FakeClock implements ReplayClock {
    private final List<Long> sleeps = new ArrayList<>();
    private long now = 77_000_000_000L;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleep(long nanos) {
        sleeps.add(nanos);
        now += nanos;
    }

    void pass(Duration time) {
        now += time.toNanos();
    }

    Duration longestSleep() {
        return Duration.ofNanos(sleeps.stream().mapToLong(nanos -> nanos).max().orElse(0));
    }
}
