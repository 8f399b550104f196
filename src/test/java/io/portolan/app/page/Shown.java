package io.portolan.app.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page shows, read back from its tables. */
record Shown(Browser browser) {
    /** Flows by service and range, both as the page writes them. */
    Map<String, Long> flowsByService() {
        Map<String, Long> flows = new LinkedHashMap<>();
        browser.rows("Traffic by service").forEach(row -> flows.put(row.get(0) + " " + row.get(1), number(row.get(2))));
        return flows;
    }

    /** Flows and packets by range, as the page writes it. */
    Map<String, List<Long>> flowsAndPacketsByRange() {
        return browser.rows("Traffic by range").stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> List.of(number(row.get(1)), number(row.get(3)))));
    }

    /** Severity, score and sentence of each alert, in the order of the page. */
    @SuppressWarnings("unchecked")
    List<List<String>> alerts() {
        return (List<List<String>>) browser.run("return [...document.querySelectorAll('.alerts summary')].map((s) => ["
                + "s.querySelector('.severity').lastChild.textContent.trim(),"
                + " s.querySelector('.score').lastChild.textContent,"
                + " s.querySelector('.summary').textContent])");
    }

    /** Flows by server, as address and port/transport. */
    Map<String, Long> flowsByServer() {
        return browser.rows("Servers on forgotten ports").stream()
                .collect(Collectors.toMap(row -> row.get(0) + " " + row.get(1), row -> number(row.get(5))));
    }

    private static long number(String shown) {
        return Long.parseLong(shown.replace(",", ""));
    }
}
