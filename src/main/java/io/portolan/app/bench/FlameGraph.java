package io.portolan.app.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A profile as a flame graph in SVG: who calls stands above, and is as wide as the share of samples that it is in. */
final class FlameGraph {
    private static final int WIDTH = 1_200;
    private static final int ROW = 17;
    private static final int HEAD = 46;
    private static final int LETTER = 7;
    /** Narrower than this a frame cannot be seen. */
    private static final double NARROWEST = 0.8;

    private final StringBuilder svg = new StringBuilder();
    private final Frame root = new Frame();
    private int deepest;

    private static final class Frame {
        private final Map<String, Frame> called = new TreeMap<>();
        private int samples;
    }

    private FlameGraph(Profile profile) {
        profile.samples().forEach(this::add);
    }

    static String svg(Profile profile) {
        return new FlameGraph(profile).draw();
    }

    private void add(List<String> stack) {
        Frame frame = root;
        frame.samples++;
        for (String name : stack) {
            frame = frame.called.computeIfAbsent(name, key -> new Frame());
            frame.samples++;
        }
    }

    private String draw() {
        StringBuilder body = new StringBuilder();
        draw(root, 0, 0, body);
        int height = HEAD + (deepest + 1) * ROW;
        add(svg, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                aria-labelledby="title" font-family="system-ui, sans-serif" font-size="11">
                <title id="title">What the threads that move records are at, %,d samples</title>
                <rect width="%d" height="%d" fill="#ffffff"/>
                """, WIDTH, height, WIDTH, height, root.samples, WIDTH, height);
        int x = ROW;
        for (Owner owner : Owner.values()) {
            add(svg, "<rect x=\"%d\" y=\"12\" width=\"12\" height=\"12\" fill=\"%s\"/>%n", x, owner.colour());
            add(svg, "<text x=\"%d\" y=\"22\" fill=\"#1b2733\">%s</text>%n", x + ROW, owner.text());
            x += WIDTH / Owner.values().length;
        }
        return svg.append(body).append("</svg>\n").toString();
    }

    private void draw(Frame caller, double left, int depth, StringBuilder body) {
        double x = left;
        for (Map.Entry<String, Frame> called : caller.called.entrySet()) {
            double width = (double) called.getValue().samples / root.samples * WIDTH;
            if (width >= NARROWEST) {
                deepest = Math.max(deepest, depth);
                rectangle(called.getKey(), called.getValue(), x, width, depth, body);
                draw(called.getValue(), x, depth + 1, body);
            }
            x += width;
        }
    }

    private void rectangle(String name, Frame frame, double x, double width, int depth, StringBuilder body) {
        int y = HEAD + depth * ROW;
        String text = escaped(name);
        add(
                body,
                "<g><title>%s, %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\""
                        + " stroke=\"#ffffff\" stroke-width=\"0.5\"/>",
                text,
                100.0 * frame.samples / root.samples,
                x,
                y,
                width,
                ROW - 1,
                Owner.ofFrame(name).colour());
        String shown = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
        int letters = (int) (width / LETTER);
        if (letters > 2) {
            String cut = escaped(shown.substring(0, Math.min(letters, shown.length())));
            add(body, "<text x=\"%.1f\" y=\"%d\" fill=\"#1b2733\">%s</text>", x + 2, y + ROW - 5, cut);
        }
        add(body, "</g>%n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format, values));
    }
}
