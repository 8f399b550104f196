package io.portolan.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.portolan.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Strings of flows, registries and rules come from anybody: none of them acts, and none breaks the page. */
class HostileStringsTest {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final String LONG = "LONG";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The page would go on asking a server that is gone. */
    @AfterEach
    void leaveThePage() {
        browser.open("about:blank");
        browser.complaints();
        browser.hosts();
    }

    static Stream<String> hostile() {
        return Suite.of(
                4,
                "</script><script>window.hacked=1</script>\"><svg onload=window.hacked=1><img src=x onerror=window.hacked=1>",
                "[javascript:window.hacked=1]",
                "\u202Egnp.exe\u2066\u0000\u001B[31m\uFEFF",
                LONG,
                "javascript:window.hacked=1",
                "data:text/html,<script>window.hacked=1</script>",
                "https://user@192.0.2.66/%00\"onmouseover=window.hacked=1",
                "__proto__",
                "");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingOfAnAttackerActsOrBreaksTheLayout(String hostile) throws IOException {
        String text = hostile.equals(LONG) ? "x".repeat(2_000) : hostile;
        try (PageServer server = PageServer.start()) {
            for (String name : List.of("traffic", "alerts", "servers", "topology", "card", "ready")) {
                poison(server.answer(name), text);
            }
            // The narrow layout breaks first; only a long text tells more of the wide one.
            for (Device device : hostile.equals(LONG) ? List.of(Device.DESKTOP, Device.PHONE) : List.of(Device.PHONE)) {
                browser.device(device);
                browser.open(server.url());
                browser.until("servers", "document.querySelectorAll('#servers tbody tr').length > 0");
                check();
                browser.open(server.url() + "/ports/1274");
                browser.until("card", "document.querySelectorAll('.transport').length === 2");
                browser.until("servers", "document.querySelectorAll('#servers tbody tr').length > 0");
                check();
            }
            assertThat(browser.hosts()).containsExactly(server.url().substring("http://".length()));
        }
    }

    private static void check() {
        browser.run("document.querySelectorAll('details').forEach((d) => { d.open = true })");
        browser.until(
                "bodies", "[...document.querySelectorAll('.alerts .body')].every((b) => b.childElementCount > 3)");
        assertThat(browser.run("return window.hacked ?? null")).isNull();
        assertThat(links()).allMatch(link -> link.startsWith("http://") || link.startsWith("https://"));
        assertThat(browser.run("return document.querySelectorAll('main img, main script, main [onerror]').length"))
                .isEqualTo(0L);
        // Nothing that turns the direction of a text or moves a terminal's cursor is left in it.
        assertThat(browser.text("main")).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u0000\u001B\uFEFF]");
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
        assertThat(browser.complaints()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> links() {
        return (List<String>) browser.run("return [...document.querySelectorAll('main a')].map((a) => a.href)");
    }

    /** Puts the text in the place of every string that is not a time; the graph of the topology is the job's own. */
    private static void poison(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                if (isPoisonable(object.get(name)) && !name.equals("mermaid")) {
                    object.put(name, text);
                } else {
                    poison(object.get(name), text);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (isPoisonable(array.get(i))) {
                    array.set(i, TextNode.valueOf(text));
                } else {
                    poison(array.get(i), text);
                }
            }
        }
    }

    private static boolean isPoisonable(JsonNode value) {
        return value.isTextual() && !TIME.matcher(value.asText()).matches();
    }
}
