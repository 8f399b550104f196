package io.portolan.registry;

import static io.portolan.registry.RegistryText.entry;
import static io.portolan.registry.RegistryText.registry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTest {

    private final Registry registry = registry(
            "http,80,tcp,World Wide Web HTTP,,,,2021-10-01,[RFC9110],,,",
            "www,80,tcp,World Wide Web HTTP,,,,,,,,",
            "http,80,sctp,HTTP,,,,,,,,",
            ",81-99,,Unassigned,,,,,,,,",
            ",90,tcp,Reserved,,,,,,,,",
            "tide,100,tcp,tide,,,,,,,,",
            "pilot,101,udp,Harbour pilot,,,,,,,,");

    RegistryTest() throws IOException {}

    @Test
    void aPortIsFoundByItsKey() {
        assertThat(registry.find(new PortKey(Transport.TCP, 100)))
                .hasValueSatisfying(entry -> assertThat(entry.getNames()).containsExactly("tide"));
        assertThat(registry.find(new PortKey(Transport.UDP, 100))).isEmpty();
    }

    @Test
    void aServiceIsFoundByAnyOfItsNamesInAnyCase() {
        assertThat(registry.named("HTTP"))
                .map(Registry::key)
                .map(PortKey::toString)
                .containsExactly("tcp/80", "sctp/80");
        assertThat(registry.named("www"))
                .map(Registry::key)
                .map(PortKey::toString)
                .containsExactly("tcp/80");
        assertThat(registry.named("nothing")).isEmpty();
    }

    @Test
    void neighboursAreTheNearestNamedPortsOfTheTransport() {
        Neighbours neighbours = registry.neighbours(PortKey.parse("tcp/85"));

        assertThat(neighbours.below()).map(PortAssignment::getPort).contains(80);
        assertThat(neighbours.above()).map(PortAssignment::getPort).contains(100);
    }

    @Test
    void aPortIsNotItsOwnNeighbour() {
        Neighbours neighbours = registry.neighbours(PortKey.parse("tcp/80"));

        assertThat(neighbours.below()).isEmpty();
        assertThat(neighbours.above()).map(PortAssignment::getPort).contains(100);
    }

    @Test
    void theLastPortOfATransportHasNoNeighbourAbove() {
        assertThat(registry.neighbours(PortKey.parse("tcp/100")).above()).isEmpty();
        assertThat(registry.neighbours(PortKey.parse("udp/101")).below()).isEmpty();
    }

    @Test
    void entriesAreCountedByKind() {
        RegistryCounts counts = registry.counts();

        assertThat(counts.total()).isEqualTo(42);
        assertThat(counts.byTransport())
                .isEqualTo(Map.of(Transport.TCP, 21, Transport.UDP, 20, Transport.SCTP, 1, Transport.DCCP, 0));
        assertThat(counts.byStatus())
                .isEqualTo(Map.of(
                        PortStatus.UNLISTED,
                        0,
                        PortStatus.ASSIGNED,
                        4,
                        PortStatus.RESERVED,
                        1,
                        PortStatus.UNASSIGNED,
                        37));
        assertThat(counts.byDocumentation())
                .isEqualTo(Map.of(Documentation.BARE, 2, Documentation.DESCRIBED, 1, Documentation.REFERENCED, 1));
    }

    @Test
    void theReleaseEntrySpeaksOfTheRegistryAsAWhole() {
        PortAssignment release = registry.release();

        assertThat(release.getTransport()).isEmpty();
        assertThat(release.getPort()).isEqualTo(-1);
        assertThat(release.getVersion()).isEqualTo("2021-10-01");
        assertThat(release.getDescription())
                .isEqualTo("42 ports (tcp 21, udp 20, sctp 1; assigned 4, reserved 1, unassigned 37;"
                        + " bare 2, described 1, referenced 1)");
        assertThat(RegistryRelease.isRelease(release)).isTrue();
        assertThat(RegistryRelease.isRelease(entry(registry, "tcp/80"))).isFalse();
    }

    @Test
    void aRegistryIsRebuiltFromItsEntriesWithoutTheReleaseEntry() {
        Registry rebuilt = Registry.of(List.of(entry(registry, "tcp/80"), registry.release()), "2021-10-01");

        assertThat(rebuilt.entries()).containsOnlyKeys(PortKey.parse("tcp/80"));
        assertThat(rebuilt.version()).isEqualTo("2021-10-01");
    }

    @Test
    void namesOfTheSiteWin() throws IOException {
        Registry site = RegistryCsv.read(
                        new StringReader(RegistryText.csv(
                                "our-app,100,tcp,Our own,,,,,,,,", "our-app,60000,tcp,Our own,,,,,,,,")),
                        Origin.SITE)
                .registry();

        Registry both = registry.with(site);

        assertThat(entry(both, "tcp/100").getNames()).containsExactly("our-app");
        assertThat(entry(both, "tcp/100").getOrigin()).isEqualTo(Origin.SITE);
        assertThat(entry(both, "tcp/100").getVersion()).isEqualTo("2021-10-01");
        assertThat(entry(both, "tcp/60000").getOrigin()).isEqualTo(Origin.SITE);
        assertThat(entry(both, "tcp/80")).isEqualTo(entry(registry, "tcp/80"));
        assertThat(both.named("tide")).isEmpty();
        assertThat(entry(registry, "tcp/100").getNames()).containsExactly("tide");
    }

    @Test
    void aNewerSiteMakesTheRegistryNewer() throws IOException {
        Registry both = registry.with(registry("our-app,100,tcp,Our own,,,2026-01-02,,,,,"));

        assertThat(both.version()).isEqualTo("2026-01-02");
        assertThat(both.entries().values())
                .extracting(PortAssignment::getVersion)
                .containsOnly("2026-01-02");
    }

    @Test
    void itCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> registry.entries().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> registry.named("http").clear());
    }
}
