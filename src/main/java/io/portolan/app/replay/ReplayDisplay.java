package io.portolan.app.replay;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

/** Shows on a terminal or in a log how far a replay has come. */
public sealed interface ReplayDisplay extends AutoCloseable permits ReplayBar, ReplayLines {
    /** Time between two looks. */
    Duration interval();

    /** Shows how far it is. */
    void show(ReplayProgress progress);

    /** Shows that all is done. */
    void finish(ReplayProgress progress);

    /** Leaves the line in order for what comes next. */
    @Override
    void close();

    /** A bar, for a terminal. */
    static ReplayDisplay bar(PrintWriter out) {
        return new ReplayBar(out);
    }

    /** A line from time to time, where a line cannot be drawn again. */
    static ReplayDisplay lines(PrintWriter out) {
        return new ReplayLines(out);
    }

    /** Nothing. */
    static ReplayDisplay none() {
        return new ReplayLines(new PrintWriter(Writer.nullWriter()));
    }
}
