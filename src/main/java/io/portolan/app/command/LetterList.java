package io.portolan.app.command;

import io.portolan.app.deadletters.Letter;
import io.portolan.app.terminal.Printable;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters by what is wrong with them, the most frequent first. */
final class LetterList {
    private LetterList() {}

    /**
     * Prints a line a fault.
     *
     * @param all whether those that were sent back count too
     */
    static void print(List<Letter> letters, boolean all, PrintWriter out) {
        List<Letter> listed =
                letters.stream().filter(letter -> all || !letter.replayed()).toList();
        long replayed = letters.stream().filter(Letter::replayed).count();
        if (listed.isEmpty()) {
            out.println(
                    "No dead letters." + (replayed == 0 ? "" : " " + replayed + " were sent back: --all lists them."));
            return;
        }
        Table table = new Table("COUNT", "FROM", "FIRST", "LAST", "LETTER", "CAUSE");
        groups(listed).stream()
                .sorted(Comparator.comparingInt((List<Letter> group) -> group.size())
                        .reversed())
                .forEach(group -> add(table, group));
        table.print(out);
        out.println("Show one with --show and its LETTER; after the fault is mended, send them back with --replay.");
    }

    private static List<List<Letter>> groups(List<Letter> letters) {
        Map<String, List<Letter>> groups = new LinkedHashMap<>();
        letters.forEach(letter -> groups.computeIfAbsent(from(letter) + ' ' + letter.fault(), g -> new ArrayList<>())
                .add(letter));
        return List.copyOf(groups.values());
    }

    private static void add(Table table, List<Letter> group) {
        Letter first = group.get(0);
        Letter last = group.get(group.size() - 1);
        table.add(
                Integer.toString(group.size()),
                Printable.text(from(first)),
                first.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                last.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                last.id().toString(),
                Printable.line(isOfOneCause(group) ? first.cause() : first.fault()));
    }

    private static boolean isOfOneCause(List<Letter> group) {
        return group.stream()
                .allMatch(letter -> letter.cause().equals(group.get(0).cause()));
    }

    private static String from(Letter letter) {
        return letter.source().map(Letter.Source::topic).orElse("-");
    }
}
