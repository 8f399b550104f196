package io.portolan.app.query;

/** Spans of hours since the epoch, from now backwards, each twice as long as the one before. */
final class RecentHours {
    private static final long MILLIS_AN_HOUR = 3_600_000;

    private int from;
    private int to;
    private int span = 1;

    RecentHours(long now) {
        // The clocks of instances may differ: the hour to come belongs to the first span.
        to = (int) (now / MILLIS_AN_HOUR) + 2;
        from = to - 2;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Goes to the span before; false if there is none. */
    boolean goBack() {
        to = from;
        span *= 2;
        from = Math.max(0, to - span);
        return to > 0;
    }
}
