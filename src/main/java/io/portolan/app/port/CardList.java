package io.portolan.app.port;

import java.util.ArrayList;
import java.util.List;

/** Prints the ports of a name that has too many of them for a card each: a line for each run of ports. */
public final class CardList {
    private CardList() {}

    /** The list as plain text; the last line ends too. */
    public static String of(String name, List<PortCard> cards) {
        CardPage page = new CardPage();
        page.title(name + " is a name of " + cards.size() + " ports");
        for (List<PortCard> run : runs(cards)) {
            PortCard first = run.get(0);
            int last = run.get(run.size() - 1).port();
            page.row(run.size() == 1 ? Integer.toString(last) : first.port() + "-" + last, summary(first));
        }
        page.section("portolan port NUMBER prints the card of one.");
        return page.toString();
    }

    private static List<List<PortCard>> runs(List<PortCard> cards) {
        List<List<PortCard>> runs = new ArrayList<>();
        for (PortCard card : cards) {
            List<PortCard> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && continues(last.get(last.size() - 1), card)) {
                last.add(card);
            } else {
                runs.add(new ArrayList<>(List.of(card)));
            }
        }
        return runs;
    }

    private static boolean continues(PortCard before, PortCard card) {
        return card.port() == before.port() + 1 && summary(card).equals(summary(before));
    }

    private static String summary(PortCard card) {
        List<Listing> named = card.listings().stream()
                .filter(listing -> !listing.names().isEmpty())
                .toList();
        String description = named.stream()
                .flatMap(listing -> listing.assignment().stream())
                .map(entry -> Words.stated(entry.getDescription()))
                .findFirst()
                .orElse("");
        return Words.list(named.stream().map(Listing::transport).toList()) + ": " + description;
    }
}
