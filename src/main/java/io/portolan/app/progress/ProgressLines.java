package io.portolan.app.progress;

import java.io.PrintWriter;
import java.time.Duration;

/** A line every few seconds; the summary says the rest. */
record ProgressLines(PrintWriter out) implements ProgressDisplay {
    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void show(Progress progress) {
        String part = progress.part()
                .map(done -> "%d %%, ".formatted((long) (100 * done)))
                .orElse("");
        out.println("portolan: " + part + progress.text());
        out.flush();
    }

    @Override
    public void finish(Progress progress) {}

    @Override
    public void close() {}
}
