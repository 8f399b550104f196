package io.portolan.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.portolan.judge.Scene;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.PortTraffic;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficCounterTest {
    private static final Instant MINUTE = Instant.parse("2023-11-14T22:13:00Z");

    private final TrafficCounter counter = new TrafficCounter();

    @Test
    void flowsOfOneServiceAndMinuteBecomeOneSum() {
        add(Scene.tcp(50000, 443).opened(Side.SOURCE).sent(2, 100).received(3, 1_000));
        add(Scene.tcp(50001, 443).opened(Side.SOURCE).sent(1, 60));

        assertThat(TrafficCounter.take(List.of(counter)))
                .containsExactly(new PortTraffic(
                        MINUTE, "https", PortRange.SYSTEM, PortStatus.ASSIGNED, Verdict.NONE, 2L, 1_160L, 6L));
        assertThat(TrafficCounter.take(List.of(counter))).isEmpty();
    }

    @Test
    void theServiceIsThatOfTheServerSideWhicheverItIs() {
        add(Scene.tcp(443, 50000).opened(Side.DESTINATION));

        assertThat(TrafficCounter.take(List.of(counter)))
                .extracting(PortTraffic::getService)
                .containsExactly("https");
    }

    @Test
    void unlistedPortsOfARangeAreOneSumWhateverTheirTransport() {
        add(Scene.tcp(50000, 9998).opened(Side.SOURCE));
        add(Scene.udp(50000, 9999).opened(Side.SOURCE));

        assertThat(TrafficCounter.take(List.of(counter)))
                .extracting(PortTraffic::getStatus, PortTraffic::getRange, PortTraffic::getFlows)
                .containsExactly(tuple(PortStatus.UNLISTED, PortRange.USER, 2L));
    }

    @Test
    void flowsThatEndInAnyOrderAreCountedInTheirMinutes() {
        Map<Instant, Long> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Instant minute = MINUTE.plusSeconds(60L * random.nextInt(-50, 50));
            expected.merge(minute, 1L, Long::sum);
            add(Scene.tcp(50000, 443).opened(Side.SOURCE).at(minute.toEpochMilli() + random.nextInt(60_000)));
        }

        assertThat(TrafficCounter.take(List.of(counter)).stream()
                        .collect(Collectors.toMap(PortTraffic::getMinute, PortTraffic::getFlows)))
                .isEqualTo(expected);
    }

    @Test
    void verdictsAreCountedApart() {
        add(Scene.tcp(50000, 1274).opened(Side.SOURCE).sent(3, 300).received(3, 300));
        add(Scene.tcp(1274, 443).opened(Side.SOURCE));

        assertThat(TrafficCounter.take(List.of(counter)))
                .extracting(PortTraffic::getVerdict)
                .containsExactlyInAnyOrder(Verdict.SESSION, Verdict.COINCIDENCE);
    }

    @Test
    void aServerThatIsUnknownHasNeitherRangeNorStatusAndAProtocolWithoutPortsHasNoStatus() {
        add(Scene.udp(50000, 50001));
        add(Scene.of("test", 1, 0, 0).opened(Side.SOURCE));

        assertThat(TrafficCounter.take(List.of(counter)))
                .extracting(PortTraffic::getService, PortTraffic::getRange, PortTraffic::getStatus)
                .containsExactlyInAnyOrder(tuple(null, null, null), tuple(null, PortRange.NONE, null));
    }

    @Test
    void aFlowThatAnotherRecordReportsAsWellIsNotCounted() {
        add(Scene.tcp(50000, 443).duplicate());

        assertThat(TrafficCounter.take(List.of(counter))).isEmpty();
    }

    @Test
    void countersOfASensorThatLiesDoNotTurnTheSumNegative() {
        add(Scene.tcp(50000, 443).opened(Side.SOURCE).sent(Long.MAX_VALUE, Long.MAX_VALUE));
        add(Scene.tcp(50000, 443).opened(Side.SOURCE).sent(1, 60));

        assertThat(TrafficCounter.take(List.of(counter)))
                .extracting(PortTraffic::getBytes, PortTraffic::getPackets)
                .containsExactly(tuple(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void keysAreInTheOrderOfTimeAndHoldWhatIsCountedBy() {
        add(Scene.tcp(50000, 443).opened(Side.SOURCE));
        PortTraffic one = TrafficCounter.take(List.of(counter)).get(0);

        assertThat(Traffic.key(one)).isEqualTo("2023-11-14T22:13:00Z/SYSTEM/ASSIGNED/NONE/https");
        assertThat(Traffic.key(one)).startsWith(Traffic.prefix(MINUTE));
        TrafficSum sum = new TrafficSum(one);
        sum.add(one);
        assertThat(sum.total().getFlows()).isEqualTo(2);
    }

    @Test
    void whatSeveralCountersHaveOfAKeyIsOneSum() {
        TrafficCounter other = new TrafficCounter();
        add(Scene.tcp(50000, 443).opened(Side.SOURCE).sent(2, 100));
        add(other, Scene.tcp(50001, 443).opened(Side.SOURCE).sent(3, 1_000));
        add(other, Scene.udp(50001, 9999).opened(Side.SOURCE).sent(1, 60));

        assertThat(TrafficCounter.take(List.of(counter, other)))
                .extracting(PortTraffic::getService, PortTraffic::getFlows, PortTraffic::getBytes)
                .containsExactlyInAnyOrder(tuple("https", 2L, 1_100L), tuple(null, 1L, 60L));
        assertThat(TrafficCounter.take(List.of(counter, other))).isEmpty();
    }

    private void add(Scene scene) {
        add(counter, scene);
    }

    private static void add(TrafficCounter to, Scene scene) {
        LabelledFlow labelled = scene.labelled();
        to.add(labelled, Scene.judged(labelled));
    }
}
