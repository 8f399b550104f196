package io.portolan.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void theWantedPortIsTheClientsAndTheControllersIsAnother() {
        int wanted = FreePorts.one();

        Ports ports = Ports.free(wanted);

        assertThat(ports.client()).isEqualTo(wanted);
        assertThat(ports.controller()).isBetween(1, 65_535).isNotEqualTo(wanted);
    }

    @Test
    void theTwoAreNeverTheSame() {
        for (int i = 0; i < 50_000; i++) {
            Ports ports = Ports.free(0);

            assertThat(ports.client()).isNotEqualTo(ports.controller());
        }
    }
}
