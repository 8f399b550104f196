package io.portolan.app.command;

import io.portolan.app.progress.ProgressDisplay;
import io.portolan.app.sql.LoadProgress;
import io.portolan.app.sql.LoadWatch;
import io.portolan.app.sql.TopicTable;
import io.portolan.app.sql.Unreadable;
import io.portolan.app.terminal.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;

/** What {@code portolan sql} says on standard error while it reads, and what the answer lacks. */
final class SqlReport implements LoadWatch {
    private final PrintWriter err;
    private final boolean quiet;
    private ProgressDisplay display = ProgressDisplay.none();
    private String shown = "";
    private long start;
    private long next;

    SqlReport(PrintWriter err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
    }

    @Override
    public void passed(TopicTable table, long records, long done, long total) {
        begin(table);
        long now = System.nanoTime();
        if (now >= next) {
            next = now + display.interval().toNanos();
            display.show(progress(table, records, done, total));
        }
    }

    @Override
    public void loaded(TopicTable table, String topic, long records, Unreadable unreadable) {
        end();
        // What makes the answer another than the topic's is told in any case.
        if (unreadable.count() > 0) {
            err.println(
                    "portolan: %,d of %,d records of topic %s cannot be read and are in no row; the first is that of %s"
                            .formatted(unreadable.count(), records, topic, Printable.line(unreadable.first())));
        }
        if (records == 0 && !quiet) {
            err.println("portolan: no record of topic " + topic + " was there to read, so table " + table.name()
                    + " is empty");
        }
        err.flush();
    }

    /** The bar, if there is one, leaves its line to what comes next. */
    void end() {
        display.close();
        display = ProgressDisplay.none();
        shown = "";
    }

    private void begin(TopicTable table) {
        if (!shown.equals(table.name())) {
            shown = table.name();
            display = display();
            start = System.nanoTime();
            next = start + display.interval().toNanos();
        }
    }

    private LoadProgress progress(TopicTable table, long records, long done, long total) {
        return new LoadProgress(table.name(), records, done, total, Duration.ofNanos(System.nanoTime() - start));
    }

    private ProgressDisplay display() {
        if (quiet) {
            return ProgressDisplay.none();
        }
        return CommandLine.Help.Ansi.AUTO.enabled() ? ProgressDisplay.bar(err) : ProgressDisplay.lines(err);
    }
}
