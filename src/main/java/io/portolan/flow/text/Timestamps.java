package io.portolan.flow.text;

import io.portolan.flow.UnreadableFlowException;
import java.time.DateTimeException;

/** Reads points in time: numbers since the epoch, whose size tells the unit, or ISO 8601 with an offset. */
public final class Timestamps {
    /**
     * As seconds this is the year 5138, as milliseconds 1973: no flow can mean the other one. The same holds of a
     * thousand times as much for milliseconds and microseconds, and so on.
     */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private static final long MICROSECONDS_FROM = 1_000 * MILLISECONDS_FROM;
    private static final long NANOSECONDS_FROM = 1_000 * MICROSECONDS_FROM;
    private static final int FINE_DIGITS = 15;

    private static final int MICRO_PLACES = 6;

    /** What pmacct, as MySQL, writes for no time at all. */
    private static final String NO_DATE = "0000-00-00";

    private Timestamps() {}

    /**
     * Microseconds since the epoch; what is finer is cut off.
     *
     * @param text seconds, milliseconds, microseconds or nanoseconds since the epoch, told apart by their size, or a date
     *     and time with {@code Z} or an offset such as {@code +02:00} or {@code +0000}
     */
    public static long micros(String field, String text, int from, int to) throws UnreadableFlowException {
        if (IsoTime.isOne(text, from, to)) {
            return iso(field, text, from, to, IsoTime.NO_OFFSET);
        }
        if (to - from >= FINE_DIGITS && !hasFraction(text, from, to)) {
            return micros(field, Decimals.exact(field, text, from, to));
        }
        long micros = Decimals.scaled(field, text, from, to, MICRO_PLACES);
        return micros < MILLISECONDS_FROM * 1_000_000 ? micros : micros / 1_000;
    }

    /** As {@link #micros(String, String, int, int)}, of an integer since the epoch. */
    public static long micros(String field, long value) throws UnreadableFlowException {
        if (value >= NANOSECONDS_FROM) {
            return value / 1_000;
        }
        if (value >= MICROSECONDS_FROM) {
            return value;
        }
        return value >= MILLISECONDS_FROM
                ? Decimals.scaled(field, value, MICRO_PLACES - 3)
                : Decimals.scaled(field, value, MICRO_PLACES);
    }

    /**
     * As {@link #micros(String, String, int, int)}, but a date and time without offset is one of UTC, and the date
     * 0000-00-00 is 0, as no time at all.
     */
    public static long microsOfUtc(String field, String text) throws UnreadableFlowException {
        if (text.startsWith(NO_DATE)) {
            return 0;
        }
        return IsoTime.isOne(text, 0, text.length())
                ? iso(field, text, 0, text.length(), 0)
                : micros(field, text, 0, text.length());
    }

    /** Whether a text begins like a date that a time follows. */
    public static boolean isDate(String text, int from, int to) {
        return IsoTime.isOne(text, from, to);
    }

    private static boolean hasFraction(String text, int from, int to) {
        int point = text.indexOf('.', from);
        return point >= 0 && point < to;
    }

    private static long iso(String field, String text, int from, int to, int otherwise) throws UnreadableFlowException {
        try {
            return IsoTime.micros(text, from, to, otherwise);
        } catch (DateTimeException e) {
            throw UnreadableFlowException.field(
                    field,
                    text.substring(from, to),
                    otherwise == IsoTime.NO_OFFSET
                            ? "not a time with Z or an offset, as in 2026-01-31T12:00:00Z"
                            : "not a time, as in 2026-01-31T12:00:00Z");
        }
    }
}
