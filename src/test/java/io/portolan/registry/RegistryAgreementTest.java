package io.portolan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Measures the bundled registry against an official one, where there is one; the figures go to the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryAgreementTest {

    private static final Path OFFICIAL = Path.of("../shared/data/iana/service-names-port-numbers.csv");
    private static final double FLOOR = 0.99;

    private ParsedRegistry official;
    private Registry bundled;

    @BeforeAll
    void loadBoth() throws IOException {
        assumeTrue(Files.exists(OFFICIAL), "no official registry at " + OFFICIAL);
        try (InputStream in = Files.newInputStream(OFFICIAL)) {
            official = RegistryCsv.read(in, Origin.IANA);
        }
        bundled = BundledRegistry.load().registry();
    }

    @Test
    void theOfficialFileIsReadWhole() {
        assertThat(official.malformed()).isEmpty();
        assertThat(official.servicesWithoutPort()).isEqualTo(1055);
        assertThat(official.registry().version()).isEqualTo("2026-02-13");
        assertThat(official.registry().entries().values())
                .filteredOn(entry -> entry.getNames().size() > 1)
                .hasSize(226);
        System.out.println("official " + official.registry().version() + ": "
                + official.registry().counts());
        System.out.println("bundled " + bundled.version() + ": " + bundled.counts());
    }

    @Test
    void namesAndStatusAgreeOnMoreThanTheFloor() {
        assertThat(agreement("names and status", this::isListed, this::agreesOnNamesAndStatus))
                .isGreaterThan(FLOOR);
        assertThat(agreement("names and status where assigned", this::isAssigned, this::agreesOnNamesAndStatus))
                .isGreaterThan(FLOOR);
        assertThat(agreement("documentation where both assign", this::bothAssign, this::agreesOnDocumentation))
                .isGreaterThan(FLOOR);
    }

    @Test
    void aboutAQuarterOfTheNamedUserPortsIsBare() {
        assertThat(bareShare(official.registry())).isCloseTo(0.23, within(0.01));
        assertThat(bareShare(bundled)).isCloseTo(0.23, within(0.01));
    }

    @Test
    void aboutTwentyFourPercentOfTheNamedUserRowsAreBare() throws IOException {
        List<Documentation> rows = RegistryRows.ofNamedUserPorts(OFFICIAL);
        double bare = (double) rows.stream().filter(Documentation.BARE::equals).count() / rows.size();
        System.out.printf("bare rows of named user ports: %.4f of %d%n", bare, rows.size());

        assertThat(bare).isCloseTo(0.24, within(0.005));
    }

    private double agreement(String what, Predicate<PortKey> counted, Predicate<PortKey> agreed) {
        Set<PortKey> keys = new TreeSet<>(official.registry().entries().keySet());
        keys.addAll(bundled.entries().keySet());
        List<PortKey> all = keys.stream().filter(counted).toList();
        List<PortKey> differing = all.stream().filter(agreed.negate()).toList();
        double share = 1 - (double) differing.size() / all.size();
        System.out.printf("%s: %.5f of %d, but for %s%n", what, share, all.size(), differing);
        return share;
    }

    private boolean isListed(PortKey key) {
        return true;
    }

    private boolean isAssigned(PortKey key) {
        return status(official.registry(), key) == PortStatus.ASSIGNED || status(bundled, key) == PortStatus.ASSIGNED;
    }

    private boolean bothAssign(PortKey key) {
        return status(official.registry(), key) == PortStatus.ASSIGNED && status(bundled, key) == PortStatus.ASSIGNED;
    }

    private boolean agreesOnNamesAndStatus(PortKey key) {
        return status(official.registry(), key) == status(bundled, key)
                && names(official.registry(), key).equals(names(bundled, key));
    }

    private boolean agreesOnDocumentation(PortKey key) {
        return official.registry().entries().get(key).getDocumentation()
                == bundled.entries().get(key).getDocumentation();
    }

    private static PortStatus status(Registry registry, PortKey key) {
        return registry.find(key).map(PortAssignment::getStatus).orElse(PortStatus.UNLISTED);
    }

    private static List<String> names(Registry registry, PortKey key) {
        return registry.find(key).map(PortAssignment::getNames).orElse(List.of());
    }

    private static double bareShare(Registry registry) {
        Collection<Documentation> user = registry.entries().values().stream()
                .filter(entry -> PortRanges.of(entry.getPort()) == PortRange.USER)
                .map(PortAssignment::getDocumentation)
                .filter(Objects::nonNull)
                .toList();
        return (double) user.stream().filter(Documentation.BARE::equals).count() / user.size();
    }
}
