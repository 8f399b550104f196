package io.portolan.alert.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flow.TcpFlags;
import io.portolan.schema.Factor;
import io.portolan.schema.PortAlert;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerStoriesTest {
    private static final String SERVER = "10.0.0.9:1274";
    private static final String KEY = "10.0.0.9:1274/tcp";

    private final Told told = new Told();

    @Test
    void theFirstAlertLeavesAtOnceAndFurtherFlowsRaiseNone() {
        told.session(0, "10.0.0.5:50000", SERVER);
        assertThat(told.lines()).containsExactly("OPENED SERVER SESSION MEDIUM " + KEY);

        told.session(60, "10.0.0.5:50001", SERVER).session(120, "10.0.0.6:50002", SERVER);
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void anOpenStoryIsToldAgainWithItsCountsAfterTenMinutes() {
        told.session(0, "10.0.0.5:50000", SERVER).session(300, "10.0.0.6:50001", SERVER);
        told.session(599, "10.0.0.5:50003", SERVER);
        assertThat(told.lines()).hasSize(1);

        told.session(601, "10.0.0.5:50004", SERVER);

        PortAlert alert = told.lastAlert();
        assertThat(alert.getFlows()).isEqualTo(4);
        assertThat(alert.getDistinctClients()).isEqualTo(2);
        assertThat(alert.getClients()).containsExactly("10.0.0.5", "10.0.0.6");
        assertThat(alert.getBytesFromServer()).isEqualTo(2_000);
        assertThat(alert.getBytesFromClient()).isEqualTo(2_400);
        assertThat(alert.getSuppressed()).isEqualTo(2);
        assertThat(alert.getUpdate()).isEqualTo(1);
        assertThat(alert.getChange()).isEqualTo("3 more flows since the last alert.");
        assertThat(alert.getFirstSeen()).isEqualTo(at(0));
        assertThat(alert.getLastSeen()).isEqualTo(at(602));
        assertThat(alert.getSummary())
                .isEqualTo(
                        "10.0.0.9 answered 10.0.0.5 on port 1274/tcp (registered for t1distproc, nothing but a name),"
                                + " 4400 bytes both ways. In all 4 flows with 2 clients from 2023-11-14T22:13:20Z to"
                                + " 2023-11-14T22:23:22Z. The server is told by the sensor's own word, 95 % sure.");
    }

    @Test
    void aFlowThatFailsLeavesNothingOfItself() {
        told.session(0, "10.0.0.5:50000", SERVER).withoutLabels(true);
        assertThatThrownBy(() -> told.session(300, "10.0.0.6:50001", SERVER)).hasMessage("no labels today");
        assertThatThrownBy(() -> told.session(500, "10.0.0.5:50000", SERVER)).hasMessage("no labels today");

        told.withoutLabels(false).session(601, "10.0.0.5:50004", SERVER);

        PortAlert alert = told.lastAlert();
        assertThat(alert.getFlows()).isEqualTo(2);
        assertThat(alert.getClients()).containsExactly("10.0.0.5");
        assertThat(alert.getChange()).isEqualTo("1 more flow since the last alert.");
    }

    @Test
    void aStoryThatGoesQuietIsClosedAtItsOwnTimeWheneverTheClockIsRead() {
        told.session(0, "10.0.0.5:50000", SERVER).advance(3_900);
        assertThat(told.lines()).containsExactly("OPENED SERVER SESSION MEDIUM " + KEY);

        told.advance(50_000);

        PortAlert alert = told.lastAlert();
        assertThat(alert.getRaisedAt()).isEqualTo(at(1 + 3_600 + 300));
        assertThat(alert.getChange()).isEqualTo("Nothing was seen for as long as a story may be quiet.");
        assertThat(told.lines()).containsExactly("CLOSED SERVER SESSION MEDIUM " + KEY);
    }

    @Test
    void aFlowThatComesLateKeepsTheStoryOpen() {
        told.session(0, "10.0.0.5:50000", SERVER).advance(3_700);
        told.session(3_000, "10.0.0.5:50001", SERVER).advance(3_901);
        assertThat(told.lines()).hasSize(2).last().asString().startsWith("UPDATED");

        told.advance(3_001 + 3_900);
        assertThat(told.lines()).containsExactly("CLOSED SERVER SESSION MEDIUM " + KEY);
    }

    @Test
    void anEndedStoryBeginsAnewAndIsNotSeenForTheFirstTimeUntilItIsForgotten() {
        told.session(0, "10.0.0.5:50000", SERVER).advance(10_000);
        assertThat(told.alerts().get(0).getFactors()).map(Factor::getName).contains("first_seen");
        told.lines();

        told.session(20_000, "10.0.0.5:50000", SERVER);
        assertThat(told.lastAlert().getFactors()).map(Factor::getName).doesNotContain("first_seen");
        assertThat(told.lines()).containsExactly("OPENED SERVER SESSION MEDIUM " + KEY);

        told.advance(20_000 + 8 * 86_400).session(20_000 + 9 * 86_400, "10.0.0.5:50000", SERVER);
        assertThat(told.lastAlert().getFactors()).map(Factor::getName).contains("first_seen");
    }

    @Test
    void aClientFromOutsideRaisesTheSeverityAndIsTheOneThatIsNamed() {
        told.session(0, "10.0.0.5:50000", SERVER).session(60, "203.0.113.5:50000", SERVER);

        PortAlert alert = told.lastAlert();
        assertThat(alert.getChange()).isEqualTo("The severity was medium and is high.");
        assertThat(alert.getClient().getAddress()).isEqualTo("203.0.113.5");
        assertThat(told.lines())
                .containsExactly("OPENED SERVER SESSION MEDIUM " + KEY, "UPDATED SERVER SESSION HIGH " + KEY);
    }

    @Test
    void aReplyTurnsAnAttemptIntoASession() {
        told.flow(
                "test",
                6,
                0,
                "10.0.0.5:50000",
                SERVER,
                flow -> flow.tcpFlags(TcpFlags.SYN).counters(1, 60));
        assertThat(told.lastVerdict()).isEqualTo(Verdict.PROBE);
        told.flow(
                "test",
                6,
                0,
                SERVER,
                "10.0.0.5:50000",
                flow -> flow.tcpFlags(TcpFlags.SYN | TcpFlags.ACK).counters(1, 60));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.SESSION);
        assertThat(told.lastAlert().getChange()).isEqualTo("The verdict was PROBE and is SESSION.");
        assertThat(told.lastAlert().getBytesFromServer()).isEqualTo(60);
        assertThat(told.lines())
                .containsExactly("OPENED SERVER PROBE LOW " + KEY, "UPDATED SERVER SESSION MEDIUM " + KEY);
    }

    @Test
    void aReplyWithoutFlagsAnswersAnAttemptThatFlagsTold() {
        told.flow(
                "test",
                6,
                0,
                "10.0.0.5:50000",
                SERVER,
                flow -> flow.tcpFlags(TcpFlags.SYN).counters(1, 60));
        told.flow("test", 6, 0, SERVER, "10.0.0.5:50000", flow -> flow.counters(4, 900));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.SESSION);
    }

    @Test
    void aRefusalOfBareHeadersLeavesAnAttemptAProbe() {
        told.flow(
                "test",
                6,
                0,
                "10.0.0.5:50000",
                SERVER,
                flow -> flow.tcpFlags(TcpFlags.SYN).counters(1, 60));
        told.oneWay(0, SERVER, "10.0.0.5:50000", 1, 40);

        assertThat(told.lastVerdict()).isEqualTo(Verdict.PROBE);
        assertThat(told.lines()).containsExactly("OPENED SERVER PROBE LOW " + KEY);
    }

    @Test
    void aCoincidenceIsRecognisedByItsPairAndTakenBack() {
        told.oneWay(0, "10.0.0.7:30003", SERVER, 1, 40);
        assertThat(told.lines()).containsExactly("OPENED SERVER UNCERTAIN INFORMATIONAL " + KEY);

        told.oneWay(0, SERVER, "10.0.0.7:30003", 1, 48);

        assertThat(told.lastVerdict()).isEqualTo(Verdict.COINCIDENCE);
        assertThat(told.lastAlert().getChange())
                .isEqualTo("Taken back: the other direction shows that the port was a client's, at random.");
        assertThat(told.lines()).containsExactly("CLOSED SERVER UNCERTAIN INFORMATIONAL " + KEY);
        assertThat(told.end().lines()).isEmpty();
    }

    @Test
    void aCoincidenceWhoseRequestComesFirstIsTakenBackToo() {
        told.oneWay(0, SERVER, "10.0.0.7:30003", 1, 48).oneWay(0, "10.0.0.7:30003", SERVER, 1, 40);

        assertThat(told.lastVerdict()).isEqualTo(Verdict.COINCIDENCE);
        assertThat(told.lines())
                .containsExactly(
                        "OPENED SERVER UNCERTAIN INFORMATIONAL " + KEY, "CLOSED SERVER UNCERTAIN INFORMATIONAL " + KEY);
    }

    @Test
    void theReplyToAClientWhoseFlagsToldItIsNotAlerted() {
        told.flow(
                "test",
                6,
                0,
                SERVER,
                "10.0.0.7:30003",
                flow -> flow.tcpFlags(TcpFlags.SYN).counters(1, 60));
        told.flow("test", 6, 0, "10.0.0.7:30003", SERVER, flow -> flow.counters(9, 9_000));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.COINCIDENCE);
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void anEndpointThatManyClientsContactIsAServerWhateverThePortsSay() {
        IntStream.range(0, 5)
                .forEach(i -> told.oneWay(i, "10.0.1." + i + ":5000" + i, SERVER, 9, 900)
                        .oneWay(i, SERVER, "10.0.1." + i + ":5000" + i, 9, 5_000));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.SESSION);
        assertThat(told.lastAlert().getRoleBasis()).isEqualTo(RoleBasis.CLIENTS);
        assertThat(told.lines())
                .containsExactly(
                        "OPENED SERVER UNCERTAIN INFORMATIONAL " + KEY, "UPDATED SERVER SESSION MEDIUM " + KEY);
    }

    @Test
    void aClientThatComesBackEveryTenMinutesFromPortsAtRandomTellsTheServerWithoutFlags() {
        IntStream.range(0, 6)
                .forEach(i -> told.oneWay(600L * i, "203.0.113.5:" + (50_000 + 7 * i), SERVER, 9, 900)
                        .oneWay(600L * i, SERVER, "203.0.113.5:" + (50_000 + 7 * i), 9, 5_000));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.SESSION);
        assertThat(told.lastAlert().getFactors()).map(Factor::getName).contains("repeated_at_a_period");
    }

    @Test
    void anEndpointThatTalksToManyServersOnTheirPortsIsNoServer() {
        IntStream.range(0, 8)
                .forEach(i -> told.oneWay(i, "10.0.1." + i + ":30003", SERVER, 9, 5_000)
                        .oneWay(i, SERVER, "10.0.1." + i + ":30003", 9, 900));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.UNCERTAIN);
        assertThat(told.lines()).containsExactly("OPENED SERVER UNCERTAIN INFORMATIONAL " + KEY);
    }

    @Test
    void aClientThatComesBackAtAPeriodIsABeacon() {
        IntStream.range(0, 6).forEach(i -> told.session(300L * i, "10.0.0.5:" + (50_000 + i), "203.0.113.9:1274"));
        told.end();

        PortAlert alert = told.lastAlert();
        assertThat(alert.getPeriod()).isEqualTo(300_000L);
        assertThat(alert.getFactors()).map(Factor::getName).contains("repeated_at_a_period", "outside_party");
        assertThat(alert.getSummary()).contains(", about every 300 s.");
        assertThat(alert.getFlows()).isEqualTo(6);
    }

    @Test
    void theRecordsOfOneLongSessionAreNoBeaconAndOneStory() {
        for (int i = 0; i < 70; i++) {
            long start = Told.BEGINNING + i * 60_000L;
            told.connection(
                    60L * i,
                    "10.0.0.5:50000",
                    SERVER,
                    flow -> flow.times(start, start + 60_000)
                            .counters(60, 6_000)
                            .reverseCounters(60, 5_000));
        }
        told.end();

        PortAlert alert = told.lastAlert();
        assertThat(alert.getPeriod()).isNull();
        assertThat(alert.getFactors()).map(Factor::getName).contains("long_lived");
        assertThat(alert.getFlows()).isEqualTo(70);
        assertThat(told.alerts()).map(PortAlert::getDedupKey).containsOnly(alert.getDedupKey());
    }

    @Test
    void aRecordFromTheMiddleOfASessionIsOfThatSession() {
        told.connection(
                0, "10.0.0.5:50000", SERVER, flow -> flow.counters(9, 900).reverseCounters(9, 900));
        told.flow(
                "test",
                6,
                30,
                SERVER,
                "10.0.0.5:50000",
                flow -> flow.tcpFlags(TcpFlags.ACK | TcpFlags.PSH).counters(9, 900));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.SESSION);
        assertThat(told.lines()).containsExactly("OPENED SERVER SESSION MEDIUM " + KEY);
    }

    @Test
    void aRecordThatAnotherReportsAsWellIsNotCounted() {
        told.session(0, "10.0.0.5:50000", SERVER);
        told.connection(
                1,
                "10.0.0.5:50000",
                SERVER,
                flow -> flow.counters(6, 600).reverseCounters(6, 500).duplicate(true));

        assertThat(told.end().lastAlert().getFlows()).isEqualTo(1);
    }

    @Test
    void udpIsToldByItsManyClientsAndAnsweredByWhatItSends() {
        IntStream.range(0, 5)
                .forEach(i -> told.flow(
                                "test", 17, i, "10.0.1." + i + ":5000" + i, SERVER, flow -> flow.counters(1, 100))
                        .flow("test", 17, i, SERVER, "10.0.1." + i + ":5000" + i, flow -> flow.counters(1, 100)));

        assertThat(told.lastVerdict()).isEqualTo(Verdict.SESSION);
    }

    @Test
    void symmetricPortsHaveOneStoryForBothDirections() {
        told.flow("test", 17, 0, "10.0.0.5:1274", "10.0.0.9:1274", flow -> flow.counters(1, 100));
        told.flow("test", 17, 1, "10.0.0.9:1274", "10.0.0.5:1274", flow -> flow.counters(1, 100));

        assertThat(told.lines()).hasSize(1);
    }

    @Test
    void theSameFlowsAgainRaiseTheSameAlertsInTheSameOrder() {
        List<PortAlert> first = everything(new Told());
        List<PortAlert> again = everything(new Told());

        assertThat(again).isEqualTo(first).hasSizeGreaterThan(5);
    }

    private static List<PortAlert> everything(Told told) {
        IntStream.range(0, 40)
                .forEach(i -> told.session(100L * i, "10.0.0." + i % 7 + ":5000" + i % 10, "10.0.9." + i % 3 + ":1274")
                        .probe(100L * i + 1, "203.0.113." + i % 2 + ":40000", "10.0.8." + i + ":1274")
                        .oneWay(100L * i + 2, "10.0.0.7:30003", "10.0.7." + i + ":1274", 1, 40));
        return told.advance(20_000).end().alerts();
    }

    @Test
    void theAddressedSideMayBeTheSourceOfTheRecord() {
        told.flow(
                "test",
                6,
                0,
                SERVER,
                "10.0.0.5:50000",
                flow -> flow.initiator(Side.DESTINATION).counters(6, 500).reverseCounters(6, 600));

        assertThat(told.lastAlert().getServer().getAddress()).isEqualTo("10.0.0.9");
        assertThat(told.lastAlert().getBytesFromServer()).isEqualTo(500);
    }

    private static Instant at(long second) {
        return Instant.ofEpochMilli(Told.BEGINNING + second * 1000);
    }
}
