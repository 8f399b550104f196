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

            assertThat(shown.services())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "https system", List.of(70L, 2_100_000L, 1_600L),
                            "domain system", List.of(12L, 2_400L, 24L),
                            "(no service) dynamic", List.of(3L, 300L, 3L),
                            "t1distproc user", List.of(2L, 848L, 6L),
                            "(no ports) no ports", List.of(2L, 168L, 2L),
                            "(server unknown) unknown", List.of(1L, 60L, 1L)));
            assertThat(shown.ranges())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "system", List.of(82L, 2_102_400L, 1_624L),
                            "user", List.of(2L, 848L, 6L),
                            "dynamic", List.of(3L, 300L, 3L),
                            "no ports", List.of(2L, 168L, 2L),
                            "unknown", List.of(1L, 60L, 1L)));
            assertThat(shown.servers())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "192.0.2.90 1274/tcp", List.of(1L, 3L, 2_100L),
                            "2001:db8::61 1274/udp", List.of(2L, 5L, 3_500L),
                            "192.0.2.12 4321/tcp", List.of(1L, 1L, 700L)));
            assertThat(shown.alerts()).hasSize(3);
            assertThat(shown.alerts().get(0)).startsWith("high", "90");
            assertThat(shown.fact("lag")).isEqualTo("3");
            assertThat(shown.fact("registry")).isEqualTo("2026-09-17");
            assertThat(browser.hosts()).containsExactly(server.url().substring("http://".length()));
        }
    }
}
