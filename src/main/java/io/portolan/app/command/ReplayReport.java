package io.portolan.app.command;

import io.portolan.app.log.LogFile;
import io.portolan.app.progress.ProgressDisplay;
import io.portolan.app.replay.Pacer;
import io.portolan.app.replay.ReplayProgress;
import io.portolan.app.replay.TopicWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;

/** What {@code portolan replay} says while it runs and at its end. Replay and stop signal are threads of their own. */
final class ReplayReport implements Pacer.Watch, AutoCloseable {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final TopicWriter writer;
    private final OptionalLong total;
    private final AtomicLong bytes = new AtomicLong();
    private final ProgressDisplay display;
    private final long interval;
    private long next;
    private boolean closed;

    ReplayReport(CommandLine line, boolean quiet, TopicWriter writer, List<LogFile> logs) throws IOException {
        this.out = line.getOut();
        this.err = line.getErr();
        this.quiet = quiet;
        this.writer = writer;
        this.total = total(logs);
        this.display = display();
        this.interval = display.interval().toNanos();
        this.next = interval;
    }

    /** Counts bytes read of the logs as they lie there. */
    void read(long more) {
        bytes.addAndGet(more);
    }

    @Override
    public void passed(long elapsed) {
        if (elapsed >= next) {
            next = elapsed + interval;
            show(progress(elapsed));
        }
    }

    /** All is written. */
    void done(long elapsed) {
        ReplayProgress progress = progress(elapsed);
        display.finish(progress);
        close();
        if (!quiet) {
            out.println("%,d records written to topic %s in %.1f s, %s/s"
                    .formatted(
                            progress.records(),
                            writer.topic(),
                            progress.elapsed().toMillis() / 1000.0,
                            progress.rateText()));
            out.flush();
        }
    }

    /** The user has stopped it, and what was on its way has arrived or is given up. */
    void stopped() {
        close();
        err.println("portolan: stopped; %,d records were written to topic %s"
                .formatted(writer.acknowledged(), writer.topic()));
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            display.close();
        }
    }

    private synchronized void show(ReplayProgress progress) {
        if (!closed) {
            display.show(progress);
        }
    }

    private ReplayProgress progress(long elapsed) {
        return new ReplayProgress(writer.acknowledged(), bytes.get(), total, Duration.ofNanos(elapsed));
    }

    private ProgressDisplay display() {
        if (quiet) {
            return ProgressDisplay.none();
        }
        return CommandLine.Help.Ansi.AUTO.enabled() ? ProgressDisplay.bar(err) : ProgressDisplay.lines(err);
    }

    /** Together, if each has a size. */
    private static OptionalLong total(List<LogFile> logs) throws IOException {
        long sum = 0;
        for (LogFile log : logs) {
            OptionalLong size = log.size();
            if (size.isEmpty()) {
                return size;
            }
            sum += size.getAsLong();
        }
        return OptionalLong.of(sum);
    }
}
