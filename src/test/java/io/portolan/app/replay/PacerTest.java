package io.portolan.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.FlowParser;
import io.portolan.flow.format.FlowFormats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When records are due, by a clock of the test's own. */
class PacerTest {
    private static final byte[] ANY = {'x'};
    private static final String AWS = "2 123456789012 eni-0a 198.51.100.7 192.0.2.12 50000 443 6 5 260 %d %d ACCEPT OK";

    private final FakeClock clock = new FakeClock();
    private long watched;
    private boolean stopped;

    @Test
    void withoutAPaceEveryRecordIsDueAtOnce() {
        Pacer pacer = pacer(Pace.unhindered());

        assertThat(times(pacer, Stream.of(ANY, ANY, ANY))).containsExactly(0L, 0L, 0L);
        assertThat(clock.longestSleep()).isZero();
    }

    @Test
    void aRateSpacesRecordsEvenly() {
        assertThat(times(pacer(Pace.steady(8)), Stream.of(ANY, ANY, ANY, ANY))).containsExactly(0L, 125L, 250L, 375L);
    }

    @Test
    void aRateOfLessThanOneIsARateAsWell() {
        assertThat(times(pacer(Pace.steady(0.5)), Stream.of(ANY, ANY, ANY))).containsExactly(0L, 2_000L, 4_000L);
    }

    @Test
    void aShortStallIsCaughtUpWith() {
        Pacer pacer = pacer(Pace.steady(10));
        pacer.await(ANY);
        clock.pass(Duration.ofMillis(350));

        assertThat(times(pacer, Stream.of(ANY, ANY, ANY, ANY))).containsExactly(350L, 350L, 350L, 400L);
    }

    @Test
    void afterALongStallNoMoreThanASecondIsCaughtUpWith() {
        Pacer pacer = pacer(Pace.steady(2));
        pacer.await(ANY);
        clock.pass(Duration.ofMinutes(10));

        assertThat(times(pacer, Stream.of(ANY, ANY, ANY, ANY))).containsExactly(600_000L, 600_000L, 600_000L, 600_500L);
    }

    @Test
    void theLogsOwnPaceGoesByTheEndOfEachFlow() {
        // Ends 10 s, 10.25 s and 12 s after some moment, whatever the starts.
        Stream<byte[]> flows = Stream.of(zeek(1000, 10), zeek(1009.25, 1), zeek(1011.5, 0.5));

        assertThat(times(pacer(Pace.recorded(parser("zeek-conn"))), flows)).containsExactly(0L, 250L, 2_000L);
    }

    @Test
    void whatIsNoFlowOrOutOfOrderIsDueAtOnce() {
        byte[] header = bytes("version account-id interface-id srcaddr");
        Stream<byte[]> records =
                Stream.of(header, aws(100), bytes("2 broken"), aws(103), bytes("2 broken"), aws(101), aws(104));

        assertThat(times(pacer(Pace.recorded(parser("aws-vpc"))), records))
                .containsExactly(0L, 0L, 0L, 3_000L, 3_000L, 3_000L, 4_000L);
    }

    @Test
    void theFirstFlowIsDueWhenItIsThere() {
        Pacer pacer = pacer(Pace.recorded(parser("aws-vpc")));
        pacer.await(bytes("version account-id interface-id srcaddr"));
        clock.pass(Duration.ofSeconds(30));

        assertThat(times(pacer, Stream.of(aws(100), aws(101)))).containsExactly(30_000L, 31_000L);
    }

    @Test
    void aLongWaitIsCutToLookForAStopAndToShowTheTime() {
        Pacer pacer = new Pacer(Pace.steady(0.001), clock, () -> watched >= 5_000_000_000L, time -> watched = time);

        assertThat(pacer.await(ANY)).isTrue();
        assertThat(pacer.await(ANY)).isFalse();

        assertThat(watched).isEqualTo(5_000_000_000L);
        assertThat(clock.longestSleep()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aStopHoldsBackWhatIsDue() {
        Pacer pacer = pacer(Pace.unhindered());
        stopped = true;

        assertThat(pacer.await(ANY)).isFalse();
    }

    @Test
    void timeBeginsWithTheFirstRecord() {
        Pacer pacer = pacer(Pace.unhindered());
        clock.pass(Duration.ofHours(1));
        assertThat(pacer.elapsed()).isZero();

        pacer.await(ANY);
        clock.pass(Duration.ofSeconds(3));

        assertThat(pacer.elapsed()).isEqualTo(3_000_000_000L);
    }

    private Pacer pacer(Pace pace) {
        return new Pacer(pace, clock, () -> stopped, time -> watched = time);
    }

    /** Milliseconds after the first record at which each goes out. */
    private static List<Long> times(Pacer pacer, Stream<byte[]> records) {
        return records.map(record -> {
                    assertThat(pacer.await(record)).isTrue();
                    return Duration.ofNanos(pacer.elapsed()).toMillis();
                })
                .toList();
    }

    private static FlowParser parser(String format) {
        return FlowFormats.named(format).parser().apply(List.of());
    }

    private static byte[] zeek(double start, double duration) {
        return bytes("""
                {"ts":%s,"uid":"C1","id.orig_h":"198.51.100.7","id.orig_p":50944,"id.resp_h":"192.0.2.12",\
                "id.resp_p":1274,"proto":"tcp","duration":%s,"conn_state":"SF"}""".formatted(1_793_610_000 + start, duration));
    }

    private static byte[] aws(long end) {
        return bytes(AWS.formatted(1_793_610_000 + end - 60, 1_793_610_000 + end));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
