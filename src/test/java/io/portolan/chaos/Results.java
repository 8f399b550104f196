package io.portolan.chaos;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The file that docs/reliability.md is rendered from: of each scenario the last run of the profile {@code chaos}. */
public final class Results {
    /** Where they stand. */
    public static final Path FILE = Path.of("docs/reliability/chaos.json");

    private static final JsonMapper JSON = new JsonMapper();

    private Results() {}

    /** All of them, by the name of the scenario: date and figures. */
    public static ObjectNode read() {
        try {
            return Files.exists(FILE) ? (ObjectNode) JSON.readTree(FILE.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts down the figures of a scenario that held, in the place of older ones; the short form keeps nothing. */
    static synchronized void keep(Scenario scenario, Map<String, ?> figures) {
        System.out.println(scenario + " " + figures);
        if (!Size.isWhole()) {
            return;
        }
        ObjectNode all = read();
        ObjectNode one = all.putObject(scenario.name());
        one.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        one.set("figures", JSON.valueToTree(figures));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, JSON.writer(printer).writeValueAsString(all) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
