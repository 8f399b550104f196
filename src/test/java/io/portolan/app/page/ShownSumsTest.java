package io.portolan.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the page are those of the answers, summed up. */
class ShownSumsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsShownIsWhatTheServerAnswered() throws IOException {
        try (Browser browser = Browser.start(folder);
                PageServer server = PageServer.start()) {
            Shown shown = new Shown(browser);
            browser.device(Device.DESKTOP);
            browser.open(server.url());
            browser.until("servers", "document.querySelectorAll('#servers tbody tr').length === 3");

            assertThat(shown.flowsByService())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "https system", 70L,
                            "domain system", 12L,
                            "(no service) dynamic", 3L,
                            "t1distproc user", 2L,
                            "(no ports) no ports", 2L,
                            "(server unknown) unknown", 1L));
            assertThat(shown.flowsAndPacketsByRange())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "system", List.of(82L, 1_624L),
                            "user", List.of(2L, 6L),
                            "dynamic", List.of(3L, 3L),
                            "no ports", List.of(2L, 2L),
                            "unknown", List.of(1L, 1L)));
            assertThat(shown.flowsByServer())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("192.0.2.90 1274/tcp", 3L, "2001:db8::61 1274/udp", 5L, "192.0.2.12 4321/tcp", 1L));
            assertThat(shown.alerts()).hasSize(3);
            assertThat(shown.alerts().get(0)).startsWith("high", "90");
            assertThat(browser.text("[data-fact=lag]")).isEqualTo("3");
            assertThat(browser.text("[data-fact=registry]")).isEqualTo("2026-09-17");
            assertThat(browser.hosts()).containsExactly(server.url().substring("http://".length()));
        }
    }
}
