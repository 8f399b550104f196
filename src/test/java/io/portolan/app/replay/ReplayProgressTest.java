package io.portolan.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.app.progress.ProgressDisplay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {
    private static final ReplayProgress QUARTER =
            new ReplayProgress(250_000, 100_000_000, OptionalLong.of(400_000_000), Duration.ofSeconds(2));

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);

    @Test
    void aQuarterOfTheBytesIsAQuarterOfTheBarAndThreeTimesTheTimeIsLeft() {
        ProgressDisplay.bar(out).show(QUARTER);

        assertThat(written)
                .hasToString("\r\u001b[K 25 % [====              ] 100 of 400 MB, 250,000 records, 125,000/s,"
                        + " 0:06 left");
    }

    @Test
    void theFullBarStaysAndTheNextLineIsFree() {
        ProgressDisplay bar = ProgressDisplay.bar(out);
        bar.finish(new ReplayProgress(3, 800, OptionalLong.of(800), Duration.ofMillis(500)));
        bar.close();

        assertThat(written.toString())
                .startsWith("\r\u001b[K100 % [==========")
                .endsWith("=] 0 of 0 kB, 3 records, 6.0/s, 0:00 left" + System.lineSeparator());
    }

    @Test
    void aBarThatWasNeverDrawnLeavesNoEmptyLine() {
        ProgressDisplay.bar(out).close();

        assertThat(written.toString()).isEmpty();
    }

    @Test
    void aLineFitsTheTerminalWhateverTheNumbers() {
        ProgressDisplay.bar(out)
                .show(new ReplayProgress(
                        9_000_000_000L, 8_000_000_000_000L, OptionalLong.of(9_000_000_000_000L), Duration.ofDays(9)));

        assertThat(written.toString().substring("\r\u001b[K".length())).hasSize(79);
    }

    @Test
    void ofStandardInputThereIsNoPartAndNoTimeLeft() {
        ProgressDisplay.bar(out).show(new ReplayProgress(250, 64_000, OptionalLong.empty(), Duration.ofSeconds(2)));

        assertThat(written).hasToString("\r\u001b[K64 kB, 250 records, 125/s");
    }

    @Test
    void whereNoLineCanBeDrawnAgainThereIsOneEveryFiveSeconds() {
        ProgressDisplay lines = ProgressDisplay.lines(out);

        lines.show(QUARTER);
        lines.finish(QUARTER);

        assertThat(lines.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(written.toString().lines())
                .containsExactly("portolan: 25 %, 100 of 400 MB, 250,000 records, 125,000/s, 0:06 left");
    }

    @Test
    void atTheBeginningNothingIsKnownOfTheEnd() {
        ReplayProgress none = new ReplayProgress(0, 0, OptionalLong.of(5_000), Duration.ZERO);

        assertThat(none.left()).isEmpty();
        assertThat(none.rate()).isZero();
        assertThat(new ReplayProgress(0, 0, OptionalLong.of(0), Duration.ZERO).part())
                .isEmpty();
    }

    @Test
    void aLongTimeIsToldInHours() {
        ReplayProgress slow = new ReplayProgress(60, 1_000, OptionalLong.of(61_000), Duration.ofMinutes(2));

        assertThat(slow.text()).isEqualTo("1 of 61 kB, 60 records, 0.5/s, 2:00:00 left");
    }
}
