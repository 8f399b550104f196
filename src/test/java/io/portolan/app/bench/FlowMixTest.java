package io.portolan.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.portolan.schema.FlowLog;
import io.portolan.schema.Side;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowMixTest {
    private static final int FLOWS = 100_000;
    private static final List<FlowLog> MIX = flows(7, FLOWS);

    @Test
    void theSameSeedMakesTheSameFlowsAndAnotherMakesOthers() {
        assertThat(flows(7, 1_000)).isEqualTo(MIX.subList(0, 1_000)).isNotEqualTo(flows(8, 1_000));
    }

    @Test
    void oneInAThousandIsOnTheWatchedPort() {
        assertThat(share(flow -> flow.getSrcPort() == 1274 || flow.getDstPort() == 1274))
                .isCloseTo(0.001, within(0.0004));
    }

    @Test
    void portsAndProtocolsAreThoseOfRealNetworks() {
        assertThat(share(flow -> flow.getProtocol() == 6)).isCloseTo(0.61, within(0.03));
        assertThat(share(flow -> flow.getProtocol() == 17)).isCloseTo(0.35, within(0.03));
        assertThat(share(flow -> flow.getProtocol() == 1 || flow.getProtocol() == 58))
                .isCloseTo(0.036, within(0.01));
        assertThat(share(flow -> has(flow, 443))).isCloseTo(0.35, within(0.03));
        assertThat(share(flow -> has(flow, 53))).isCloseTo(0.20, within(0.03));
        assertThat(MIX).anyMatch(flow -> has(flow, 3389)).anyMatch(flow -> has(flow, 123));
    }

    @Test
    void icmpHasNoPorts() {
        assertThat(MIX)
                .filteredOn(flow -> flow.getProtocol() == 1 || flow.getProtocol() == 58)
                .allMatch(flow -> flow.getSrcPort() == 0 && flow.getDstPort() == 0);
    }

    @Test
    void aSeventhIsIpv6AndAllAddressesAreThoseOfDocumentation() {
        assertThat(share(flow -> flow.getSrcAddress().contains(":"))).isCloseTo(0.15, within(0.01));
        assertThat(MIX.stream().flatMap(flow -> Stream.of(flow.getSrcAddress(), flow.getDstAddress())))
                .allMatch(address -> address.matches("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+|2001:db8:.*"));
    }

    @Test
    void bothSortsOfSensorsAreThere() {
        assertThat(share(flow -> flow.getInitiator() == Side.SOURCE)).isCloseTo(0.67, within(0.02));
        assertThat(MIX)
                .filteredOn(flow -> flow.getInitiator() == Side.UNKNOWN)
                .allMatch(flow -> flow.getReversePackets() == null);
    }

    @Test
    void aServerListensOnTheSameFewPortsBesideTheWellKnownOnes() {
        assertThat(MIX.stream()
                        .filter(flow -> flow.getInitiator() == Side.SOURCE && flow.getDstPort() > 10_000)
                        .map(flow -> flow.getDstAddress() + " " + flow.getDstPort())
                        .distinct())
                .hasSizeBetween(500, 2_000);
    }

    @Test
    void flowsComeInTheOrderOfTheirEnds() {
        assertThat(MIX)
                .isSortedAccordingTo((one, other) -> one.getEndTime().compareTo(other.getEndTime()))
                .allMatch(flow -> !flow.getStartTime().isAfter(flow.getEndTime()));
    }

    @Test
    void aFlowCarriesSoManyBytesBesideItsFieldsAsAreWanted() {
        FlowMix mix = new FlowMix(7, 0.001, 300);

        assertThat(Stream.generate(mix::next).limit(100))
                .allSatisfy(flow -> assertThat(flow.getAttributes().get("note")).hasSize(300));
    }

    private static boolean has(FlowLog flow, int port) {
        return flow.getSrcPort() == port || flow.getDstPort() == port;
    }

    private static double share(Predicate<FlowLog> of) {
        return (double) MIX.stream().filter(of).count() / FLOWS;
    }

    private static List<FlowLog> flows(long seed, int count) {
        FlowMix mix = new FlowMix(seed, 0.001, 0);
        return Stream.generate(mix::next).limit(count).toList();
    }
}
