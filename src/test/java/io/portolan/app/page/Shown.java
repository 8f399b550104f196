package io.portolan.app.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page shows, read back from it. */
public record Shown(Browser browser) {
    /** Flows, bytes and packets by service and range, both as the page writes them. */
    public Map<String, List<Long>> services() {
        return browser.rows("Traffic by service").stream()
                .collect(Collectors.toMap(row -> row.get(0) + " " + row.get(1), row -> numbers(row.subList(2, 5))));
    }

    /** Flows, bytes and packets by range, as the page writes it. */
    public Map<String, List<Long>> ranges() {
        return browser.rows("Traffic by range").stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> numbers(row.subList(1, 4))));
    }

    /** Severity, score and sentence of each alert, in the order of the page. */
    @SuppressWarnings("unchecked")
    public List<List<String>> alerts() {
        return (List<List<String>>) browser.run("return [...document.querySelectorAll('.alerts summary')].map((s) => ["
                + "s.querySelector('.severity').lastChild.textContent.trim(),"
                + " s.querySelector('.score').lastChild.textContent,"
                + " s.querySelector('.summary').textContent])");
    }

    /** Clients, flows and bytes by server, as address and port/transport. */
    public Map<String, List<Long>> servers() {
        return browser.rows("Servers on forgotten ports").stream()
                .collect(Collectors.toMap(row -> row.get(0) + " " + row.get(1), row -> numbers(row.subList(4, 7))));
    }

    /** A fact of the head, for example {@code lag}. */
    public String fact(String name) {
        return browser.text("[data-fact=" + name + "]");
    }

    private static List<Long> numbers(List<String> shown) {
        return shown.stream()
                .map(number -> Long.parseLong(number.replace(",", "")))
                .toList();
    }
}
