package io.portolan.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page follows the events without jumping, and says when it does not. */
class LivePageTest {
    private static final String THREE = "document.querySelectorAll('.alerts details').length === 3";

    @TempDir
    static Path folder;

    private static Browser browser;

    private PageServer server;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start(folder);
        browser.device(Device.DESKTOP);
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void startServer() throws IOException {
        server = PageServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void anUpdateKeepsFocusOpenDetailsAndWhatTheReaderLooksAt() throws IOException {
        open();
        browser.run("document.querySelector('.alerts li:last-child summary').click()");
        browser.until("opened", "document.querySelector('.alerts li:last-child .copy')");
        browser.run("document.querySelector('.alerts li:last-child .copy').focus();"
                + "document.activeElement.scrollIntoView({ block: 'center', behavior: 'instant' });"
                + "window.kept = document.activeElement; window.top0 = kept.getBoundingClientRect().top");
        ArrayNode alerts = (ArrayNode) server.answer("alerts").get("items");
        ObjectNode other = alerts.get(0).deepCopy();
        other.put("dedup_key", "another")
                .put("raised_at", "2026-11-02T11:00:00.000Z")
                .put("severity", "CRITICAL");
        alerts.insert(0, other);
        ((ObjectNode) alerts.get(3)).put("flows", 7_001);

        server.send();

        browser.until("a fourth alert", "document.querySelectorAll('.alerts details').length === 4");
        assertThat(browser.run("return document.activeElement === kept && kept.isConnected"))
                .isEqualTo(true);
        assertThat(browser.run("return document.querySelector('.alerts li:last-child details').open"))
                .isEqualTo(true);
        assertThat(((Number) browser.run("return kept.getBoundingClientRect().top - top0")).doubleValue())
                .isBetween(-1.5, 1.5);
        assertThat(browser.text(".alerts li:last-child .flows")).isEqualTo("7,001 flows");
        assertThat(browser.text("#alert-count")).isEqualTo("4 alerts, newest first");
    }

    @Test
    void anEventMayComeInPiecesAndInSeveralLinesBetweenComments() throws IOException {
        open();
        ObjectNode topology = server.answer("topology").deepCopy();
        topology.put("lag", 12_345);
        String[] halves = topology.toString().split(",\"lag\":12345", 2);

        server.send(": heartbeat\r\n\r\nretry: 50\r\nevent: topo");
        server.send("logy\r\ndata: " + halves[0] + "\r\ndata:,\"lag\":12345" + halves[1] + "\r");
        server.send("\n\r\n");

        browser.until("lag", "document.querySelector('[data-fact=lag]').textContent === '12,345'");
    }

    @Test
    void aStreamThatEndsIsSaidToBeNotLiveAndIsOpenedAgain() throws IOException {
        open();
        browser.run(
                "window.states = []; new MutationObserver(() => states.push(document.querySelector('#live').dataset.state))"
                        + ".observe(document.querySelector('#live'), { attributes: true })");

        server.hangUp();

        browser.until("live again", "states.includes('waiting') && states.at(-1) === 'live'");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> server.readers() == 1);
    }

    @Test
    void anInstanceThatIsAwayIsNamedUntilItIsBack() throws IOException {
        open();
        ObjectNode alerts = server.answer("alerts");
        ((ArrayNode) alerts.get("unavailable")).add("192.0.2.7:8080");
        alerts.put("complete", false);

        server.send();

        browser.until("notice", "document.querySelector('.notice')");
        assertThat(browser.text("#notices")).contains("alerts are not complete: 192.0.2.7:8080 did not answer");

        alerts.put("complete", true);
        server.send();
        browser.until("no notice", "!document.querySelector('.notice')");
    }

    @Test
    void aFilterIsAskedOfTheServerAndStaysThroughUpdates() throws IOException {
        open();

        browser.find("#alerts input[name=port]").sendKeys("1274");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> server.asked().contains("/api/alerts?port=1274"));
        server.asked().clear();
        server.send();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> server.asked().contains("/api/alerts?port=1274"));
        assertThat(browser.find("#alerts input[name=port]").getAttribute("value"))
                .isEqualTo("1274");
    }

    @Test
    void aServerThatWantsATokenIsGivenTheOneThatTheReaderTypesOnce() {
        server.demand("of-the-test");
        browser.open(server.url());
        browser.until("dialog", "document.querySelector('dialog[open]')");

        browser.find("#token").sendKeys("wrong", Keys.ENTER);
        browser.until("asked again", "document.querySelector('#token-why')?.textContent.includes('did not accept')");
        browser.find("#token").sendKeys("of-the-test", Keys.ENTER);

        browser.until("alerts", THREE);
        browser.open(server.url() + "/ports/1274");
        browser.until("card without a question", "document.querySelector('.transport')");
        assertThat(browser.run("return document.querySelector('dialog')")).isNull();
    }

    private void open() {
        browser.open(server.url());
        browser.until("alerts", THREE);
        browser.until("picture", "document.querySelector('.picture')");
        Awaitility.await().until(() -> server.readers() == 1);
    }
}
