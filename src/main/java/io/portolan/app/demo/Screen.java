package io.portolan.app.demo;

import io.portolan.alert.Alerts;
import io.portolan.app.terminal.Printable;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryPhase;
import io.portolan.topology.JobCounters;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the demo shows: alerts as they come, one line that counts, and the summary. */
public final class Screen {
    private static final int SERVICES = 15;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;

    /**
     * @param terminal whether lines can be written over
     */
    public Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void line(String text) {
        out.println((terminal ? CLEAR_LINE : "") + Printable.text(text));
        out.flush();
    }

    void fact(String name, String value) {
        line("  %-16s %s".formatted(name, value));
    }

    void alert(PortAlert alert) {
        String text = alert.getPhase() == StoryPhase.CLOSED
                ? "%s: %s".formatted(Alerts.key(alert), alert.getChange())
                : alert.getSummary();
        line("%-6s %-13s score %3d  %s"
                .formatted(
                        heading(alert.getPhase()),
                        alert.getSeverity().name().toLowerCase(Locale.ROOT),
                        alert.getScore(),
                        text));
    }

    private static String heading(StoryPhase phase) {
        return switch (phase) {
            case OPENED -> "ALERT";
            case UPDATED -> "UPDATE";
            case CLOSED -> "CLOSED";
        };
    }

    /** The line that counts; only where it can be written over. */
    void count(OutputTally tally, long lag) {
        if (terminal) {
            out.print(CLEAR_LINE
                    + "%,d flows labelled, %,d alerts, %,d dead letters, %,d records to go"
                            .formatted(tally.flows(), tally.alerts(), tally.deadLetters(), lag));
            out.flush();
        }
    }

    void summary(long records, OutputTally tally, JobCounters counters) {
        line("");
        line("%,d records read: %,d flows labelled, %,d dead letters, %,d without a flow%s"
                .formatted(
                        records,
                        tally.flows(),
                        tally.deadLetters(),
                        counters.notFlows().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        counters.notFlows().isEmpty() ? "" : " (" + counts(counters.notFlows()) + ")"));
        line("");
        line("%-24s %-8s %9s".formatted("SERVICE", "RANGE", "FLOWS"));
        tally.services().stream()
                .limit(SERVICES)
                .forEach(entry -> line("%-24s %-8s %,9d"
                        .formatted(entry.getKey().name(), entry.getKey().range(), entry.getValue())));
        if (tally.services().size() > SERVICES) {
            line("... and %d more".formatted(tally.services().size() - SERVICES));
        }
        line("");
        line("On watched ports: " + verdicts(tally));
        line("%,d %s of %,d %s"
                .formatted(
                        tally.alerts(),
                        tally.alerts() == 1 ? "alert" : "alerts",
                        tally.stories(),
                        tally.stories() == 1 ? "story" : "stories"));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> "%s %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String verdicts(OutputTally tally) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Long> verdict : tally.verdicts().entrySet()) {
            if (!verdict.getKey().equals("NONE")) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append("%,d %s".formatted(verdict.getValue(), verdict.getKey()));
            }
        }
        return text.isEmpty() ? "none" : text.toString();
    }
}
