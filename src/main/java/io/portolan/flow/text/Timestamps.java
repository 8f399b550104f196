package io.portolan.flow.text;

import io.portolan.flow.UnreadableFlowException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Reads points in time: numbers since the epoch, or ISO 8601 with an offset. */
public final class Timestamps {
    /** As seconds this is the year 5138, as milliseconds 1973: no flow can mean the other one. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L * 1_000_000;

    private static final int LONGEST = 40;
    private static final int TIME_MARK = 10;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Timestamps() {}

    /**
     * Microseconds since the epoch; what is finer is cut off.
     *
     * @param text seconds or milliseconds since the epoch, told apart by their size, or a date and time with {@code Z}
     *     or an offset such as {@code +02:00} or {@code +0000}
     */
    public static long micros(String field, String text, int from, int to) throws UnreadableFlowException {
        if (to - from > TIME_MARK && Character.toUpperCase(text.charAt(from + TIME_MARK)) == 'T') {
            return isoMicros(field, text.substring(from, to));
        }
        long micros = Decimals.micros(field, text, from, to);
        return micros < MILLISECONDS_FROM ? micros : micros / 1_000;
    }

    private static long isoMicros(String field, String text) throws UnreadableFlowException {
        try {
            if (text.length() <= LONGEST) {
                Instant instant = ISO.parse(text, Instant::from);
                return Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Told below, as for a text that is too long to be a time.
        }
        throw UnreadableFlowException.field(field, text, "not a time with Z or an offset, as in 2026-01-31T12:00:00Z");
    }
}
