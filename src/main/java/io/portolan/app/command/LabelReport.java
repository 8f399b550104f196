package io.portolan.app.command;

import io.portolan.app.label.Complaints;
import io.portolan.app.label.Tally;
import io.portolan.app.log.LogFile;
import io.portolan.app.terminal.Printable;
import io.portolan.schema.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code portolan label} says on standard error. */
final class LabelReport implements Complaints {
    private static final int MOST_LINES = 20;

    private final PrintWriter err;
    private int lines;

    LabelReport(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void unreadableRecord(LogFile file, long number, String cause) {
        if (lines < MOST_LINES) {
            // The parsers name the key of a job's configuration; here an option stands for it.
            String told = cause.replace("input.<name>.fields", "--fields");
            tell(file.name() + ", record " + number + ": " + told);
        } else if (lines == MOST_LINES) {
            tell("further unreadable records are only counted");
        }
        lines++;
    }

    @Override
    public void unreadableFile(LogFile file, long records, IOException cause) {
        String message = Failures.message(cause);
        tell(records == 0 ? file.name() + ": " + message : file.name() + ", after record " + records + ": " + message);
    }

    void summarize(Tally tally, String registryVersion) {
        tell("%d records: %d flows, %d not a flow%s, %d unreadable"
                .formatted(
                        tally.records(),
                        tally.flows(),
                        tally.notFlows().values().stream().mapToLong(n -> n).sum(),
                        tally.notFlows().isEmpty() ? "" : " (" + counts(tally.notFlows()) + ")",
                        tally.unreadable()));
        if (tally.flows() > 0) {
            tell("verdicts: " + verdicts(tally));
            tell("services are hints from the port registry"
                    + (registryVersion.isEmpty() ? "" : " of " + registryVersion) + ", not detected protocols");
        }
    }

    private static String verdicts(Tally tally) {
        return tally.verdicts().entrySet().stream()
                .map(entry -> word(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.NONE
                ? "none (port not watched)"
                : verdict.toString().toLowerCase(Locale.ROOT);
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void tell(String line) {
        err.println("portolan: " + Printable.text(line));
    }
}
