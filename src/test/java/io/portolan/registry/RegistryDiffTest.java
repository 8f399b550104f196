package io.portolan.registry;

import static io.portolan.registry.RegistryText.entry;
import static io.portolan.registry.RegistryText.registry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RegistryDiffTest {

    private static final String TIDE = "tide,100,tcp,Tide,,,,,,,,";
    private static final String PILOT = "pilot,101,tcp,Pilot,,,,,,,,";
    private static final String RENAMED_PILOT = "pilot,101,tcp,Pilot of the harbour,,,,,,,,";
    private static final String BUOY = "buoy,102,udp,Buoy,,,2022-01-01,,,,,";

    @Test
    void addedChangedAndRemovedEntriesAreTold() throws IOException {
        Registry before = registry(TIDE, PILOT);
        Registry after = registry(RENAMED_PILOT, BUOY);

        RegistryDiff diff = RegistryDiff.between(before, after);

        assertThat(diff.added()).containsExactly(entry(after, "udp/102"));
        assertThat(diff.changed())
                .containsExactly(new RegistryDiff.Change(entry(before, "tcp/101"), entry(after, "tcp/101")));
        assertThat(diff.removed()).containsExactly(entry(before, "tcp/100"));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void entriesThatDifferInTheirVersionAloneAreEqual() throws IOException {
        Registry registry = registry(TIDE, PILOT);

        assertThat(RegistryDiff.between(registry, registry.withVersion("2030-01-01"))
                        .isEmpty())
                .isTrue();
    }
}
