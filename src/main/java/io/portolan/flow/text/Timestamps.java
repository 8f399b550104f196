package io.portolan.flow.text;

import io.portolan.flow.UnreadableFlowException;
import java.time.DateTimeException;

/** Reads points in time: numbers since the epoch, or ISO 8601 with an offset. */
public final class Timestamps {
    /** As seconds this is the year 5138, as milliseconds 1973: no flow can mean the other one. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L * 1_000_000;

    private static final int MICRO_PLACES = 6;

    private Timestamps() {}

    /**
     * Microseconds since the epoch; what is finer is cut off.
     *
     * @param text seconds or milliseconds since the epoch, told apart by their size, or a date and time with {@code Z}
     *     or an offset such as {@code +02:00} or {@code +0000}
     */
    public static long micros(String field, String text, int from, int to) throws UnreadableFlowException {
        if (IsoTime.isOne(text, from, to)) {
            return iso(field, text, from, to, IsoTime.NO_OFFSET);
        }
        return sized(Decimals.scaled(field, text, from, to, MICRO_PLACES));
    }

    /** As {@link #micros(String, String, int, int)}, of an integer since the epoch. */
    public static long micros(String field, long value) throws UnreadableFlowException {
        return sized(Decimals.scaled(field, value, MICRO_PLACES));
    }

    /** As {@link #micros(String, String, int, int)}, but a date and time without offset is one of UTC. */
    public static long microsOfUtc(String field, String text) throws UnreadableFlowException {
        return IsoTime.isOne(text, 0, text.length())
                ? iso(field, text, 0, text.length(), 0)
                : micros(field, text, 0, text.length());
    }

    /** Whether a text begins like a date that a time follows. */
    public static boolean isDate(String text, int from, int to) {
        return IsoTime.isOne(text, from, to);
    }

    private static long sized(long micros) {
        return micros < MILLISECONDS_FROM ? micros : micros / 1_000;
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
