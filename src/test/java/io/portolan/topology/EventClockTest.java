package io.portolan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventClockTest {
    private static final long NOON = 1_700_000_000_000L;

    private final EventClock clock = new EventClock(() -> NOON);

    @Test
    void itMovesInStepsOfAMinuteAndNeverBack() {
        assertThat(clock.moves(NOON - 600_000)).isTrue();
        assertThat(clock.moves(NOON - 600_000 + 59_999)).isFalse();
        assertThat(clock.moves(NOON - 900_000)).isFalse();
        assertThat(clock.moves(NOON - 600_000 + 60_000)).isTrue();
    }

    @Test
    void aFlowOfTheFutureDoesNotMoveIt() {
        assertThat(clock.moves(NOON + 1)).isFalse();
        assertThat(clock.moves(NOON)).isTrue();
    }
}
