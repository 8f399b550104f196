package io.portolan.app.port;

import io.portolan.judge.Rule;
import io.portolan.registry.Transport;
import io.portolan.schema.PortAssignment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a card for people. Transports of which the same is known share a section. */
public final class CardText {
    /** A line of the card, or several if the value is long. */
    private record Row(String label, String value) {}

    private final PortCard card;
    private final CardPage page = new CardPage();

    private CardText(PortCard card) {
        this.card = card;
    }

    /** The card as plain text of 80 columns; the last line ends too. */
    public static String of(PortCard card) {
        return new CardText(card).text();
    }

    private String text() {
        page.title(title());
        RangeFacts range = RangeFacts.of(card.port());
        page.row("Range", "%s, %d-%d".formatted(range.name(), range.first(), range.last()));
        page.row("", range.meaning() + " (RFC 6335)");
        sections("Registration on ", CardText::facts);
        sections("Neighbours on ", this::neighbours);
        page.section("Which process owns it");
        card.triage().forEach(command -> page.row(command.getPlatform(), command.getCommand()));
        page.section("What IANA says of every registered port");
        page.paragraph("\"" + IanaWarning.TEXT + "\"");
        page.paragraph(IanaWarning.SOURCE);
        page.paragraph(IanaWarning.PAGE);
        return page.toString();
    }

    private String title() {
        String names = card.listings().stream()
                .flatMap(listing -> listing.names().stream().limit(1))
                .distinct()
                .collect(Collectors.joining(", "));
        String port = card.listings().size() == 1
                ? card.port() + "/" + card.listings().get(0).transport()
                : Integer.toString(card.port());
        return "Port " + port + (names.isEmpty() ? "" : ": " + names);
    }

    private void sections(String heading, Function<Listing, List<Row>> content) {
        Map<List<Row>, List<Transport>> groups = new LinkedHashMap<>();
        card.listings()
                .forEach(listing -> groups.computeIfAbsent(content.apply(listing), any -> new ArrayList<>())
                        .add(listing.transport()));
        groups.forEach((rows, transports) -> {
            page.section(heading + Words.list(transports));
            rows.forEach(row -> page.row(row.label(), row.value()));
        });
    }

    private static List<Row> facts(Listing listing) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Status", Words.of(listing.status())));
        listing.assignment().ifPresent(entry -> addEntry(rows, entry));
        if (listing.rules().isEmpty()) {
            rows.add(new Row("Watched", "by no rule"));
        }
        for (Rule rule : listing.rules()) {
            rows.add(new Row("Watched", rule.title() + ", level " + Words.lower(rule.level())));
            Words.severities(rule).forEach(line -> rows.add(new Row("", line)));
        }
        return rows;
    }

    private static void addEntry(List<Row> rows, PortAssignment entry) {
        List<String> names = entry.getNames();
        if (!names.isEmpty()) {
            rows.add(new Row("Name", names.get(0)));
            rows.add(new Row("Aliases", names.size() > 1 ? Words.list(names.subList(1, names.size())) : "none"));
        }
        rows.add(new Row("Description", Words.stated(entry.getDescription())));
        rows.add(new Row("Assignee", Words.stated(entry.getAssignee())));
        rows.add(new Row("Registered", Words.stated(entry.getRegistered())));
        rows.add(new Row("Modified", Words.stated(entry.getModified())));
        rows.add(new Row("Reference", Words.stated(entry.getReference())));
        rows.add(new Row(
                "Unauthorized use", entry.getUnauthorizedUse() == null ? "none reported" : entry.getUnauthorizedUse()));
        rows.add(new Row("Notes", Words.stated(entry.getNotes())));
        if (entry.getDocumentation() != null) {
            rows.add(new Row("Documentation", Words.of(entry.getDocumentation())));
        }
        rows.add(new Row("Source", Words.of(entry.getOrigin()) + Words.version(entry.getVersion())));
    }

    private List<Row> neighbours(Listing listing) {
        return List.of(
                new Row("Below", neighbour(listing.neighbours().below().orElse(null))),
                new Row("Above", neighbour(listing.neighbours().above().orElse(null))));
    }

    private static String neighbour(@Nullable PortAssignment entry) {
        return entry == null
                ? "no named port"
                : entry.getPort() + " " + entry.getNames().get(0);
    }
}
