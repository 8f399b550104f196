package io.portolan.app.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:15:00Z,      2026-11-23T10:15:00Z",
        "2026-11-23T10:15:00.250Z,  2026-11-23T10:15:00.250Z",
        "2026-11-23T12:15+02:00,    2026-11-23T10:15:00Z",
        "2026-11-23T10:15,          2026-11-23T10:15:00Z",
        "2026-11-23,                2026-11-23T00:00:00Z",
        "90m,                       2026-11-23T10:30:00Z",
        "7d,                        2026-11-16T12:00:00Z",
        "PT1H30M,                   2026-11-23T10:30:00Z"
    })
    void aMomentIsATimeADateOrHowLongAgo(String text, Instant moment) {
        assertThat(TimeText.parse(text, NOW)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "10:15", "1w"})
    void whatIsNoneOfTheseIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> TimeText.parse(text, NOW))
                .hasMessageStartingWith("'" + text + "' is no time; give one such as 2026-11-23T10:15:00Z");
    }
}
