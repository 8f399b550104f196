package io.portolan.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Everybody can read the page and use it: on a phone, in the dark, by keyboard, with a screen reader. */
class PageAccessibilityTest {
    private static final String OPENED =
            "document.querySelectorAll('.alerts details').forEach((d) => { d.open = true })";

    @TempDir
    static Path folder;

    private static Browser browser;
    private static PageServer server;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder);
        server = PageServer.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    static Stream<Device> devices() {
        return Suite.of(2, Device.DESKTOP, Device.PHONE_DARK, Device.DESKTOP_DARK, Device.PHONE);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void theOverviewBreaksNoRuleOfAccessibilityAndNeedsNoScrollingSideways(Device device) {
        browser.device(device);

        browser.open(server.url());
        browser.until("alerts", "document.querySelectorAll('.alerts details').length === 3");
        browser.until("picture", "document.querySelector('.picture')");
        browser.run(OPENED);

        assertThat(browser.violations()).isEmpty();
        assertThat(sideways()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void thePortCardBreaksNoRuleOfAccessibilityAndNeedsNoScrollingSideways(Device device) {
        browser.device(device);

        browser.open(server.url() + "/ports/1274");
        browser.until("card", "document.querySelectorAll('.transport').length === 2");
        browser.until("alerts", "document.querySelectorAll('.alerts details').length === 3");
        browser.run(OPENED);

        assertThat(browser.violations()).isEmpty();
        assertThat(sideways()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theKeyboardAloneSkipsSearchesOpensAnAlertAndSortsATable() {
        browser.device(Device.DESKTOP);
        browser.open(server.url());
        browser.until("alerts", "document.querySelectorAll('.alerts details').length === 3");

        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");

        assertThat(browser.tabTo("thead button")).isTrue();
        browser.press(Keys.ENTER);
        assertThat(browser.run("return document.activeElement.closest('th').getAttribute('aria-sort')"))
                .isEqualTo("ascending");

        assertThat(browser.tabTo(".alerts summary")).isTrue();
        browser.press(Keys.ENTER);
        browser.until("opened", "document.querySelector('.alerts details').open");
        assertThat(browser.tabTo(".alerts .copy")).isTrue();
        assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void aSearchLeadsToTheCardOfThePort() {
        browser.device(Device.DESKTOP);
        browser.open(server.url());
        browser.until("search", "document.querySelector('#search')");

        browser.find("#search").sendKeys("1274/tcp", Keys.ENTER);

        browser.until("card", "location.pathname === '/ports/1274' && document.querySelector('.transport')");
        assertThat(browser.text("h1")).isEqualTo("Port 1274 t1distproc");
    }

    @Test
    void aChosenColourSchemeWinsOverThatOfTheSystemAndIsKept() {
        browser.device(Device.DESKTOP);
        browser.open(server.url());
        browser.until("switch", "document.querySelector('#scheme')");
        Object light = background();

        browser.find("#scheme").sendKeys("dark");
        browser.until("dark", "document.documentElement.dataset.scheme === 'dark'");
        assertThat(background()).isNotEqualTo(light);

        browser.open(server.url());
        browser.until("switch", "document.querySelector('#scheme')");
        assertThat(background()).isNotEqualTo(light);
        browser.run("localStorage.clear()");
    }

    private static Object background() {
        return browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    /** Pixels by which the page is wider than its window. */
    private static long sideways() {
        return (long) browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }
}
