package io.portolan.flow.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.UnreadableFlowException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long SEED = 1274;

    @ParameterizedTest
    @CsvSource({
        "1591425399.925532, 2020-06-06T06:36:39.925532Z",
        "1591425399, 2020-06-06T06:36:39Z",
        "1591425399925, 2020-06-06T06:36:39.925Z",
        "2020-06-06T06:36:39Z, 2020-06-06T06:36:39Z",
        "2020-06-06t06:36:39.9z, 2020-06-06T06:36:39.9Z",
        "2020-06-06T08:36:39.925532+0200, 2020-06-06T06:36:39.925532Z",
        "2020-06-06T08:36:39.925532999+02:00, 2020-06-06T06:36:39.925532Z",
        "2020-06-06 01:06:39-0530, 2020-06-06T06:36:39Z",
        "2020-06-06T08:36:39+02, 2020-06-06T06:36:39Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
    })
    void secondsMillisecondsAndDatesAreRead(String text, Instant time) throws Exception {
        assertThat(Timestamps.micros("ts", text, 0, text.length())).isEqualTo(micros(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-06-06T06:36:39",
                "2020-06-06T06:36",
                "2020-06-06T06:36Z",
                "2020-06-06T06:36:39.Z",
                "2020-06-06T06:36:39ZZ",
                "2020-06-06T06:36:39+2",
                "2020-06-06T06:36:39+02:0",
                "2020-06-06T06:36:39+19:00",
                "2020-06-06T24:00:00Z",
                "2020-06-06T06:60:00Z",
                "2021-02-29T00:00:00Z",
                "2020/06/06T06:36:39Z",
                "2020-06-06T06-36-39Z",
                "2020-0a-06T06:36:39Z",
                "2020-06-06T06:36:39.99999999999999999999999999999999999999999999Z",
            })
    void whatIsNoTimeIsRefusedWithWhatIsOne(String text) {
        assertThatThrownBy(() -> Timestamps.micros("ts", text, 0, text.length()))
                .isInstanceOf(UnreadableFlowException.class)
                .hasMessage("ts is " + text + ", not a time with Z or an offset, as in 2026-01-31T12:00:00Z");
    }

    @Test
    void aTimeWithoutOffsetIsOneOfUtcWhereTheSourceWritesNone() throws Exception {
        assertThat(Timestamps.microsOfUtc("ts", "2024-01-10 12:41:46.000123"))
                .isEqualTo(micros(Instant.parse("2024-01-10T12:41:46.000123Z")));
        assertThat(Timestamps.microsOfUtc("ts", "2024-01-10T12:41:46+01:00"))
                .isEqualTo(micros(Instant.parse("2024-01-10T11:41:46Z")));
        assertThatThrownBy(() -> Timestamps.microsOfUtc("ts", "2024-13-10 12:41:46"))
                .hasMessage("ts is 2024-13-10 12:41:46, not a time, as in 2026-01-31T12:00:00Z");
    }

    @Test
    void everyTimeThatTheFormatterWritesIsReadAsTheSame() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochSecond(
                            random.nextLong(-62_135_596_800L, 253_402_300_800L), random.nextInt(1_000_000_000))
                    .truncatedTo(ChronoUnit.MICROS);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1080, 1081));
            OffsetDateTime local = time.atOffset(offset);
            if (local.getYear() < 1 || local.getYear() > 9999) {
                continue;
            }
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local);

            assertThat(Timestamps.micros("ts", text, 0, text.length())).as(text).isEqualTo(micros(time));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1_772_357_340L, 1_772_357_340_000L, 1_772_357_340_000_000L, 1_772_357_340_000_000_000L})
    void theSizeOfAnIntegerTellsItsUnit(long value) throws Exception {
        String text = Long.toString(value);

        assertThat(Timestamps.micros("t", value)).isEqualTo(1_772_357_340_000_000L);
        assertThat(Timestamps.micros("t", text, 0, text.length())).isEqualTo(1_772_357_340_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1772357340.123456789",
                "1772357340123.456",
                "1772357340123456",
                "1772357340123456789",
                "2026-03-01T09:29:00.123456789Z"
            })
    void whatIsFinerThanMicrosecondsIsCutOff(String text) throws Exception {
        assertThat(Timestamps.micros("t", text, 0, text.length())).isEqualTo(1_772_357_340_123_456L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00 00:00:00", "0000-00-00T00:00:00.000000Z", "0"})
    void theDateOfZerosIsNoTime(String text) throws Exception {
        assertThat(Timestamps.microsOfUtc("t", text)).isZero();
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
