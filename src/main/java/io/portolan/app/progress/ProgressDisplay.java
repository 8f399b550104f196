package io.portolan.app.progress;

import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;

/** Shows on a terminal or in a log how far a work has come. */
public sealed interface ProgressDisplay extends AutoCloseable permits ProgressBar, ProgressLines {
    /** Time between two looks. */
    Duration interval();

    /** Shows how far it is. */
    void show(Progress progress);

    /** Shows that all is done. */
    void finish(Progress progress);

    /** Leaves the line in order for what comes next. */
    @Override
    void close();

    /** A bar, for a terminal. */
    static ProgressDisplay bar(PrintWriter out) {
        return new ProgressBar(out);
    }

    /** A line from time to time, where a line cannot be drawn again. */
    static ProgressDisplay lines(PrintWriter out) {
        return new ProgressLines(out);
    }

    /** Nothing. */
    static ProgressDisplay none() {
        return new ProgressLines(new PrintWriter(Writer.nullWriter()));
    }
}
