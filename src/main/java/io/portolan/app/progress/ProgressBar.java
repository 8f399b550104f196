package io.portolan.app.progress;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * A bar in one line that is drawn again and again. The libraries that draw one ask JLine for the terminal, which takes
 * Ctrl-C from the JVM, and with it the orderly end.
 */
final class ProgressBar implements ProgressDisplay {
    /** What fits a terminal of 80 columns without a break. */
    private static final int WIDTH = 79;

    private static final int SHORTEST = 10;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private boolean drawn;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Duration interval() {
        return Duration.ofMillis(200);
    }

    @Override
    public void show(Progress progress) {
        String line = progress.part().map(part -> bar(part, progress.text())).orElseGet(progress::text);
        out.print(CLEAR_LINE + line.substring(0, Math.min(WIDTH, line.length())));
        out.flush();
        drawn = true;
    }

    @Override
    public void finish(Progress progress) {
        show(progress);
    }

    @Override
    public void close() {
        if (drawn) {
            out.println();
            out.flush();
        }
    }

    private static String bar(double part, String text) {
        String percent = "%3d %% [".formatted((long) (100 * part));
        int length = Math.max(SHORTEST, WIDTH - percent.length() - text.length() - 2);
        int done = (int) (part * length);
        return percent + "=".repeat(done) + " ".repeat(length - done) + "] " + text;
    }
}
