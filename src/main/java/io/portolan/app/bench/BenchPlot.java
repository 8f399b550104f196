package io.portolan.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The scores as bars, in SVG. */
public final class BenchPlot {
    private static final int WIDTH = 760;
    private static final int MARGIN = 20;
    private static final int NAMES = 190;
    private static final int FIGURES = 90;
    private static final int ROW = 28;
    private static final int BAR = 18;
    private static final int HEAD = 44;
    private static final String OTHER = "#9aa7b4";
    private static final String OURS = "#1f6f8b";

    private final List<Score> scores;
    private final StringBuilder svg = new StringBuilder();

    private BenchPlot(List<Score> scores) {
        this.scores = scores;
    }

    /** The plot of a report. */
    public static String svg(BenchReport report) {
        return new BenchPlot(report.scores()).draw(report);
    }

    private String draw(BenchReport report) {
        int panel = HEAD + ROW * scores.size();
        int height = MARGIN + 2 * panel;
        add("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="14">
                <title id="title">What labelling a flow costs, beside programs that only move it</title>
                <desc id="desc">%s</desc>
                <rect width="%d" height="%d" fill="#ffffff"/>
                """, WIDTH, height, WIDTH, height, description(report), WIDTH, height);
        panel(0, "Processor time a record in µs, less is better", Score::cpuMicros, "%.2f");
        panel(panel, "Records a second, more is better", Score::recordsPerSecond, "%,.0f");
        return svg.append("</svg>\n").toString();
    }

    private static String description(BenchReport report) {
        StringBuilder text = new StringBuilder();
        for (Score score : report.scores()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s: %.2f µs of the processor a record, %,.0f records a second. ",
                    score.name(),
                    score.cpuMicros(),
                    score.recordsPerSecond()));
        }
        return text.append(String.format(
                        Locale.ROOT, "Medians of %d rounds of %,d flows.", report.rounds(), report.flows()))
                .toString();
    }

    private void panel(int top, String title, ToDoubleFunction<Score> figure, String format) {
        double most = scores.stream().mapToDouble(figure).max().orElse(1);
        add("<text x=\"%d\" y=\"%d\" font-weight=\"600\" fill=\"#1b2733\">%s</text>%n", MARGIN, top + 30, title);
        int y = top + HEAD;
        for (Score score : scores) {
            row(
                    y,
                    score,
                    figure.applyAsDouble(score) / most,
                    String.format(Locale.ROOT, format, figure.applyAsDouble(score)));
            y += ROW;
        }
    }

    private void row(int y, Score score, double share, String figure) {
        String name = score.name();
        double length = share * (WIDTH - 2 * MARGIN - NAMES - FIGURES);
        int text = y + BAR - 4;
        add("<text x=\"%d\" y=\"%d\" fill=\"#1b2733\">%s</text>%n", MARGIN, text, name);
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>%n",
                MARGIN + NAMES, y, length, BAR, name.startsWith("portolan") ? OURS : OTHER);
        add("<text x=\"%.1f\" y=\"%d\" fill=\"#1b2733\">%s</text>%n", MARGIN + NAMES + length + 8, text, figure);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
