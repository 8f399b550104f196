package io.portolan.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMinutes(15));

    @Test
    void thePauseDoublesUpToHalfAMinute() {
        assertThat(backOff.next(0)).contains(Duration.ofSeconds(1));
        assertThat(backOff.next(1_000)).contains(Duration.ofSeconds(2));
        assertThat(backOff.next(3_000)).contains(Duration.ofSeconds(4));
        assertThat(backOff.next(7_000)).contains(Duration.ofSeconds(8));
        assertThat(backOff.next(15_000)).contains(Duration.ofSeconds(16));
        assertThat(backOff.next(31_000)).contains(Duration.ofSeconds(30));
        assertThat(backOff.next(61_000)).contains(Duration.ofSeconds(30));
    }

    @Test
    void aFaultThatComesAgainForLongerThanThePatienceLasts() {
        long time = 0;
        Optional<Duration> pause = backOff.next(time);
        while (pause.isPresent()) {
            time += pause.get().toMillis();
            pause = backOff.next(time);
        }

        assertThat(Duration.ofMillis(time)).isBetween(Duration.ofMinutes(15), Duration.ofSeconds(15 * 60 + 30));
    }

    @Test
    void afterAQuietWhileAFaultIsANewOne() {
        assertThat(backOff.next(0)).contains(Duration.ofSeconds(1));
        assertThat(backOff.next(1_000)).contains(Duration.ofSeconds(2));

        assertThat(backOff.next(1_001 + BackOff.QUIET.toMillis())).contains(Duration.ofSeconds(1));
    }

    @Test
    void withoutPatienceTheFirstFaultLasts() {
        assertThat(new BackOff(Duration.ZERO).next(0)).isEmpty();
    }
}
