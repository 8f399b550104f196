package io.portolan.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger notices what it is there for. */
class LedgerTest {
    private final Ledger ledger = new Ledger();

    @Test
    void whatEndsAsItHasToIsEven() {
        int flows = ledger.enter(2, 0);
        int letter = ledger.enter(0, 1);

        ledger.flow(key(flows));
        ledger.flow(key(flows));
        ledger.letter(key(letter));

        assertThat(ledger.balance()).isEqualTo(new Balance(2, 2, 1, 0, 0, 0));
        assertThat(ledger.balance().isEven()).isTrue();
    }

    @Test
    void aLostRecordIsNoticedAndNamed() {
        int lost = ledger.enter(1, 0);
        int there = ledger.enter(1, 0);

        ledger.flow(key(there));

        assertThat(ledger.balance()).isEqualTo(new Balance(2, 1, 0, 1, 0, 0));
        assertThat(ledger.balance().isEven()).isFalse();
        assertThat(ledger.firstUneven()).isEqualTo("record " + lost + ": 0 of 1 flows, 0 of 0 letters; ");
    }

    @Test
    void aDoubledRecordIsNoticedAlthoughTheSumIsRight() {
        int lost = ledger.enter(1, 0);
        int doubled = ledger.enter(1, 0);

        ledger.flow(key(doubled));
        ledger.flow(key(doubled));

        assertThat(lost).isNotEqualTo(doubled);
        assertThat(ledger.balance()).isEqualTo(new Balance(2, 2, 0, 1, 1, 0));
    }

    @Test
    void aFlowThatBecameALetterIsLostAndALetterTooMuch() {
        ledger.letter(key(ledger.enter(1, 0)));

        assertThat(ledger.balance()).isEqualTo(new Balance(1, 0, 1, 1, 1, 0));
    }

    @Test
    void whatMayEndAsOneOrTheOtherEndsAsOneOfThem() {
        int flow = ledger.enter(Ledger.EITHER, Ledger.EITHER);
        int both = ledger.enter(Ledger.EITHER, Ledger.EITHER);
        int none = ledger.enter(Ledger.EITHER, Ledger.EITHER);

        ledger.flow(key(flow));
        ledger.flow(key(both));
        ledger.letter(key(both));

        assertThat(none).isEqualTo(2);
        assertThat(ledger.balance()).isEqualTo(new Balance(3, 2, 1, 1, 1, 0));
    }

    @Test
    void whatNobodyWroteIsNoticed() {
        ledger.enter(0, 0);

        ledger.flow(key(1));
        ledger.flow(null);
        ledger.letter("x".getBytes(StandardCharsets.US_ASCII));

        assertThat(ledger.balance()).isEqualTo(new Balance(1, 0, 0, 0, 0, 3));
        assertThat(ledger.balance().isEven()).isFalse();
    }

    @Test
    void thousandsOfRecordsAreToldApart() {
        for (int i = 0; i < 5_000; i++) {
            ledger.flow(key(ledger.enter(1, 0)));
        }
        ledger.flow(key(4_321));

        assertThat(ledger.balance()).isEqualTo(new Balance(5_000, 5_001, 0, 0, 1, 0));
    }

    @Test
    void aMissingADoubledAndAnotherAlertAndAWrongSumAreNoticed() {
        Written right = new Written(
                Map.of("OPENED a", "once", "CLOSED a", "once"),
                Map.of("minute/https", "2/200/20"),
                Map.of("192.0.2.10:1274/tcp", "two clients"));
        Written wrong = new Written(
                Map.of("OPENED a", "once, again", "CLOSED b", "once"), Map.of("minute/https", "3/200/20"), Map.of());

        assertThat(right.differences(right)).isEmpty();
        assertThat(wrong.differences(right))
                .containsExactly(
                        "alert CLOSED a: missing, and once there",
                        "alert CLOSED b: once, and missing there",
                        "alert OPENED a: once, again, and once there",
                        "traffic minute/https: 3/200/20, and 2/200/20 there",
                        "server 192.0.2.10:1274/tcp: missing, and two clients there");
        assertThat(wrong.trafficFlows()).isEqualTo(3);
        assertThat(right.closed()).isEqualTo(1);
    }

    private static byte[] key(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
