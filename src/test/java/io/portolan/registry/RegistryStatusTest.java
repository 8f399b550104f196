package io.portolan.registry;

import static io.portolan.registry.RegistryText.entry;
import static io.portolan.registry.RegistryText.registry;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryStatusTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unassigned | UNASSIGNED",
                "unassigned | UNASSIGNED",
                "Unassigned [was netstat] | UNASSIGNED",
                "(unassigned) Possibly assigned | UNASSIGNED",
                "Unassigned (FRP-Released 12/7/00) | UNASSIGNED",
                "Reserved | RESERVED",
                "Reserved - IANA | RESERVED",
                "IANA Reserved | RESERVED",
                "De-registered | RESERVED",
                "Removed | RESERVED",
                "Deprecated | RESERVED",
                "De-Commissioned Port | RESERVED",
                "any private mail system | RESERVED",
                "Possibly used by Sun Solaris???? | RESERVED",
                "'' | RESERVED",
            })
    void aRowWithoutNameHasTheStatusThatItsDescriptionTells(String description, PortStatus expected)
            throws IOException {
        PortAssignment entry = entry(registry(",900,tcp," + description + ",,,,,,,,"), "tcp/900");

        assertThat(entry.getStatus()).isEqualTo(expected);
        assertThat(entry.getNames()).isEmpty();
        assertThat(entry.getDocumentation()).isNull();
    }

    @Test
    void aNameMakesAPortAssignedWhateverItsDescription() throws IOException {
        assertThat(entry(registry("sua,14001,udp,De-Registered,,,,,,,,"), "udp/14001")
                        .getStatus())
                .isEqualTo(PortStatus.ASSIGNED);
    }

    @Test
    void namedBeatsReservedBeatsUnassignedInAnyOrder() throws IOException {
        String unassigned = ",900-902,,Unassigned,,,,,,,,";
        String reserved = ",901-902,tcp,Reserved,,,,2020-01-01,,,,";
        String named = "tide,902,tcp,Tide,,,,,,,,";

        for (Registry registry :
                new Registry[] {registry(unassigned, reserved, named), registry(named, reserved, unassigned)}) {
            assertThat(entry(registry, "tcp/900").getStatus()).isEqualTo(PortStatus.UNASSIGNED);
            assertThat(entry(registry, "tcp/901").getModified()).isEqualTo("2020-01-01");
            assertThat(entry(registry, "tcp/901").getStatus()).isEqualTo(PortStatus.RESERVED);
            assertThat(entry(registry, "tcp/902").getDescription()).isEqualTo("Tide");
            assertThat(entry(registry, "tcp/902").getModified()).isNull();
            assertThat(entry(registry, "udp/902").getStatus()).isEqualTo(PortStatus.UNASSIGNED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tide,900,tcp,,,,,,,,, | BARE",
                "tide,900,tcp,TIDE,[Ann_Example],[Ann_Example],,2020-01-01,,,, | BARE",
                "tide,900,tcp,Tide table,,,,,,,, | DESCRIBED",
                "tide,900,tcp,tide,,,2001-07,,,,, | DESCRIBED",
                "tide,900,tcp,tide,,,,,[RFC9999],,, | REFERENCED",
            })
    void anAssignedPortIsDocumentedAsWellAsItsRowIs(String row, Documentation expected) throws IOException {
        assertThat(entry(registry(row), "tcp/900").getDocumentation()).isEqualTo(expected);
    }

    @Test
    void aDescriptionThatIsAnAliasSaysNoMoreThanAName() throws IOException {
        assertThat(entry(registry("tide,900,tcp,Tide-2,,,,,,,,", "tide-2,900,tcp,More words,,,,,,,,"), "tcp/900")
                        .getDocumentation())
                .isEqualTo(Documentation.BARE);
    }
}
